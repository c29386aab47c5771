/** /office/competence/:person: an officer's levels and evidence, as her superior sees and adds to them. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import learningStyles from '#interface/styles/learning.css?url';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { refuse, unreadable } from '../../learning/pages/refuse.ts';
import { learningText } from '../../learning/text.ts';
import { competenceText } from '../text.ts';
import type { PersonProfile } from '../view-competence.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { LevelChart } from './level-chart.tsx';

export const links = () => [chartStyles, learningStyles].map((href) => ({ rel: 'stylesheet', href }));

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const profile = await app.learning.competence.person(signedIn, params['person'] ?? '');
  return data(
    {
      locale,
      profile,
      today: civilDate(app.ground.now()),
      /** Made here, so that a form sent twice adds once. */
      id: crypto.randomUUID(),
      isSaved: new URL(request.url).searchParams.has('saved'),
    },
    { status: profile ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 16 * 1024);
  if (!form) return unreadable();
  const outcome = await app.learning.competence.addEvidence(signedIn, {
    ...Object.fromEntries(['id', 'competency', 'source', 'note'].map((name) => [name, textOf(form, name)])),
    personId: params['person'],
    level: textOf(form, 'level') || undefined,
    href: textOf(form, 'href') || undefined,
    on: dateText(form, 'on'),
  });
  return outcome.ok ? redirect(`/office/competence/${params['person']}?saved`) : refuse(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = competenceText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function PersonPage() {
  const { locale, profile, today, id, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = competenceText(locale);
  const back = (
    <p className="small">
      <Link to="/office/competence">{words.back}</Link>
    </p>
  );
  if (!profile)
    return (
      <>
        {back}
        <h1>{words.heading}</h1>
        <p className="card empty">{words.noRights}</p>
      </>
    );
  return (
    <>
      {back}
      <h1>{words.profile(profile.person.nameTh)}</h1>
      {answer ? (
        <p className="note bad" role="alert">
          {learningText(locale).problems[answer.problem]}
        </p>
      ) : null}
      {isSaved && !answer ? (
        <p className="note good" role="status">
          {words.saved}
        </p>
      ) : null}
      <LevelChart profile={profile} locale={locale} />
      <h2>{words.evidence}</h2>
      <EvidenceTable evidence={profile.evidence} locale={locale} />
      <AddForm {...{ profile, locale, id, today }} wrong={answer?.fields ?? []} />
    </>
  );
}

type AddFormProps = {
  readonly profile: PersonProfile;
  readonly locale: Locale;
  readonly id: string;
  readonly today: string;
  readonly wrong: readonly string[];
};

function AddForm({ profile, locale, id, today, wrong }: AddFormProps) {
  const words = competenceText(locale);
  const isBusy = useNavigation().state !== 'idle';
  const isWrong = (name: string) => wrong.includes(name) || undefined;
  return (
    <section className="card" aria-labelledby="add">
      <h2 id="add">{words.add}</h2>
      <p className="soft">{words.addLead}</p>
      <Form method="post" className="narrow-form" key={id}>
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor="competency">{words.competency}</label>
          <select id="competency" name="competency" aria-invalid={isWrong('competency')}>
            {profile.competencies.map((one) => (
              <option key={one.code} value={one.code}>
                {`${one.code} ${locale === 'en' ? one.nameEn : one.nameTh}`}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="field">
          <legend>{words.source}</legend>
          {(['practice', 'superior'] as const).map((source) => (
            <label key={source} className="choice">
              <input type="radio" name="source" value={source} defaultChecked={source === 'practice'} />
              <span>{words.sources[source]}</span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="level">{words.confirmLevel}</label>
          <p className="hint" id="level-hint">
            {words.confirmLevelHint}
          </p>
          <select id="level" name="level" aria-describedby="level-hint" aria-invalid={isWrong('level')}>
            <option value="">–</option>
            {profile.levels.map((one) => (
              <option key={one.level} value={one.level}>
                {`${one.level} ${locale === 'en' ? one.nameEn : one.nameTh}`}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="note">{words.note}</label>
          <input id="note" name="note" required maxLength={500} aria-invalid={isWrong('note')} />
        </div>
        <div className="field">
          <label htmlFor="href">{`${words.href} (${learningText(locale).optional})`}</label>
          <input id="href" name="href" maxLength={500} aria-invalid={isWrong('href')} />
        </div>
        <DateField
          name="on"
          label={words.on}
          locale={locale}
          defaultValue={today}
          problem={isWrong('on') ? learningText(locale).problems.incomplete : undefined}
        />
        <button type="submit" className="button main" disabled={isBusy}>
          {words.save}
        </button>
      </Form>
    </section>
  );
}
