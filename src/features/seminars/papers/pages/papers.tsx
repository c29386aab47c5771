/** /office/seminars/:id/papers: every paper of the seminar to download, and what the registry adds to each. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import seminarStyles from '#interface/styles/seminars.css?url';
import { fieldsOf, readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { SeminarFrame, SeminarMissing } from '../../pages/seminar-frame.tsx';
import { nameIn } from '../../programme/pages/programme-words.ts';
import { projectsText } from '../../projects/text.ts';
import { seminarsText } from '../../text.ts';
import { noFacts, type PaperFacts, type PaperKind, paperKinds, plainKinds } from '../paper.ts';
import { papersText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: seminarStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const opened = await app.projects.open(signedIn, params['id'] ?? '');
  if (opened && !opened.may.organise) throw redirect(`/office/seminars/${opened.seminar.id}`);
  const [facts, programme] = opened
    ? await Promise.all([
        app.papers.facts(signedIn, opened.seminar.id),
        app.programmes.read(signedIn, opened.seminar.id),
      ])
    : [[], undefined];
  const speaking = new Set(
    programme?.slots.flatMap(({ speakers }) => speakers.map(({ speakerId }) => speakerId)),
  );
  return data(
    {
      locale,
      opened,
      facts,
      speakers: programme?.speakers.filter(({ id }) => speaking.has(id)) ?? [],
      saved: new URL(request.url).searchParams.get('saved'),
    },
    { status: opened ? 200 : 404 },
  );
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 64 * 1024)) ?? new FormData();
  const kind = textOf(form, 'kind');
  const outcome = await app.papers.save(signedIn, {
    ...fieldsOf(form),
    dated: dateText(form, 'dated'),
    seminarId: params['id'],
  });
  if (outcome.ok) return redirect(`/office/seminars/${params['id']}/papers?saved=${kind}`);
  return data(
    { kind, problem: outcome.code, wrong: outcome.fields ?? [] },
    { status: statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(papersText(locale).heading) }];
};

export default function PapersPage() {
  const { locale, opened, facts, speakers, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!opened) return <SeminarMissing locale={locale} />;
  const { seminar, may } = opened;
  const text = papersText(locale);
  const known = new Map(facts);
  const address = `/office/seminars/${seminar.id}/papers`;
  return (
    <SeminarFrame locale={locale} seminar={seminar} tab="papers" canOrganise={may.organise}>
      <h2>{text.heading}</h2>
      <p className="soft">{text.lead}</p>
      <ol className="plain-list rows">
        {paperKinds.map((kind) => (
          <li key={kind} id={kind}>
            <h3>{text.kinds[kind]}</h3>
            <p className="soft small">{text.hints[kind]}</p>
            {kind === 'speaker-invitation' ? (
              <ul className="plain-list">
                {speakers.length === 0 ? <li className="soft">{text.noSpeakers}</li> : null}
                {speakers.map((speaker) => (
                  <li key={speaker.id}>
                    <a href={`${address}/${kind}.pdf?speaker=${speaker.id}`} download>
                      {text.openOf(nameIn(locale, speaker))}
                    </a>
                  </li>
                ))}
              </ul>
            ) : (
              <p>
                <a
                  className="button"
                  href={`${address}/${kind}.pdf`}
                  download
                  aria-label={text.openOf(text.kinds[kind])}
                >
                  {text.open}
                </a>
              </p>
            )}
            {saved === kind && !answer ? (
              <p className="note good" role="status">
                {text.saved}
              </p>
            ) : null}
            {answer?.kind === kind ? (
              <p className="note bad" role="alert">
                {projectsText(locale).problems[answer.problem]}
              </p>
            ) : null}
            {plainKinds.includes(kind) ? null : (
              <details open={answer?.kind === kind}>
                <summary aria-label={text.detailsOf(text.kinds[kind])}>{text.details}</summary>
                <PaperForm
                  locale={locale}
                  kind={kind}
                  facts={known.get(kind) ?? noFacts}
                  wrong={answer?.kind === kind ? answer.wrong : []}
                />
              </details>
            )}
          </li>
        ))}
      </ol>
    </SeminarFrame>
  );
}

type PaperFormProps = {
  readonly locale: Locale;
  readonly kind: PaperKind;
  readonly facts: PaperFacts;
  readonly wrong: readonly string[];
};

function PaperForm({ locale, kind, facts, wrong }: PaperFormProps) {
  const text = papersText(locale);
  const input = (name: 'number' | 'addressee' | 'signerName' | 'signerPosition' | 'phone') => (
    <div className="field">
      <label htmlFor={`${kind}-${name}`}>{text[name]}</label>
      <input
        id={`${kind}-${name}`}
        name={name}
        lang="th"
        maxLength={300}
        defaultValue={facts[name]}
        aria-invalid={wrong.includes(name) || undefined}
      />
    </div>
  );
  return (
    <Form method="post" className="card narrow-form" key={JSON.stringify(facts)}>
      <input type="hidden" name="kind" value={kind} />
      <div className="two-columns">
        {input('number')}
        {input('phone')}
        {kind === 'speaker-invitation' ? null : input('addressee')}
        {input('signerName')}
        {input('signerPosition')}
      </div>
      <DateField
        name="dated"
        label={text.dated}
        locale={locale}
        defaultValue={facts.dated}
        problem={wrong.includes('dated') ? text.fieldProblem : undefined}
      />
      <div className="field">
        <label htmlFor={`${kind}-added`}>{text.added}</label>
        <textarea
          id={`${kind}-added`}
          name="added"
          lang="th"
          className="short"
          maxLength={4000}
          defaultValue={facts.added}
        />
      </div>
      <button type="submit" className="button main">
        {text.save}
      </button>
    </Form>
  );
}
