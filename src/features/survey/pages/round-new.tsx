/** /office/survey/new: opens a centre's survey, or the ministry's for every centre. */
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
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../outcome.ts';
import { surveyText } from '../text.ts';
import { peopleIn } from './posted-people.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const desk = await app.survey.desk(signedIn, locale);
  if (desk.mayOpen.length === 0 && !desk.mayOpenForAll) throw redirect('/office/survey');
  return { locale, desk, id: crypto.randomUUID(), today: civilDate(app.ground.now()) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  if (!form) return data({ problem: 'malformed' as const, typed: {} }, { status: 400 });
  const whose = textOf(form, 'whose');
  const asked = {
    id: textOf(form, 'id'),
    ...(whose === 'all' ? {} : { unitId: Number(whose) }),
    fiscalYear: Number(textOf(form, 'fiscalYear')),
    opensOn: dateText(form, 'opensOn'),
    closesOn: dateText(form, 'closesOn'),
    entitledNote: textOf(form, 'entitledNote'),
    entitled: peopleIn(form),
  };
  const outcome = await app.survey.open(signedIn, asked);
  if (outcome.ok)
    return redirect(
      whose === 'all'
        ? `/office/survey/network?year=${asked.fiscalYear}&opened=${outcome.value.rounds}`
        : `/office/survey/${outcome.value.id}?done=opened`,
    );
  return data(
    { problem: outcome.code, typed: { ...asked, whose } as Partial<typeof asked & { whose: string }> },
    { status: statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.open.heading) }];
};

export default function NewRound() {
  const { locale, desk, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = surveyText(locale);
  const words = text.open;
  const typed: Readonly<Record<string, unknown>> = answer?.typed ?? {};
  const typedText = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined);
  const people = (typed['entitled'] ?? {}) as Readonly<Record<string, number>>;
  return (
    <>
      <p className="small">
        <Link to="/office/survey">{text.round.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {answer ? (
        <p className="note bad" role="alert">
          {text.problems[answer.problem]}
        </p>
      ) : null}
      {desk.years.length === 0 ? <p className="note">{words.noYear}</p> : null}
      <Form method="post" className="narrow-form stack">
        <input type="hidden" name="id" value={id} />
        <div className="field">
          <label htmlFor="whose">{words.whose}</label>
          <select id="whose" name="whose" defaultValue={typedText('whose')}>
            {desk.mayOpen.map(({ unitId, name }) => (
              <option key={unitId} value={unitId}>
                {name}
              </option>
            ))}
            {desk.mayOpenForAll ? <option value="all">{words.all}</option> : null}
          </select>
        </div>
        <div className="field">
          <label htmlFor="fiscalYear">{text.yearLabel}</label>
          <select id="fiscalYear" name="fiscalYear">
            {desk.years.map((year) => (
              <option key={year} value={year}>
                {locale === 'th' ? year : year - 543}
              </option>
            ))}
          </select>
        </div>
        <DateField
          name="opensOn"
          label={words.opensOn}
          locale={locale}
          defaultValue={typedText('opensOn') ?? today}
          required
        />
        <DateField
          name="closesOn"
          label={words.closesOn}
          locale={locale}
          defaultValue={typedText('closesOn')}
          required
        />
        <div className="field">
          <label htmlFor="entitledNote">{words.note}</label>
          <p className="hint" id="note-hint">
            {words.noteHint}
          </p>
          <textarea
            id="entitledNote"
            name="entitledNote"
            rows={2}
            maxLength={1000}
            defaultValue={typedText('entitledNote')}
            aria-describedby="note-hint"
          />
        </div>
        <PeopleFields locale={locale} bands={desk.bands} people={people} />
        <button type="submit" className="button act" disabled={isBusy}>
          {words.save}
        </button>
      </Form>
    </>
  );
}

type PeopleFieldsProps = {
  readonly locale: Locale;
  readonly bands: readonly {
    readonly code: string;
    readonly label: { readonly th: string; readonly en: string };
  }[];
  readonly people: Readonly<Record<string, number>>;
};

export function PeopleFields({ locale, bands, people }: PeopleFieldsProps) {
  const words = surveyText(locale).open;
  return (
    <fieldset>
      <legend>{words.people}</legend>
      <p className="hint">{words.peopleHint}</p>
      <div className="two-columns">
        {bands.map(({ code, label }) => (
          <div className="field" key={code}>
            <label htmlFor={`people-${code}`}>{label[locale]}</label>
            <input
              id={`people-${code}`}
              name={`people.${code}`}
              inputMode="numeric"
              maxLength={6}
              defaultValue={people[code]}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
