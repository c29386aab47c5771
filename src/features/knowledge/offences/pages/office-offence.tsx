/** /office/offences/:code: the versions of an entry, and the form for the next one. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readPenalties } from '#platform/text/read-penalties.ts';
import { penaltyWords } from '../penalty-words.ts';
import { offencesText } from '../text.ts';
import { OffenceForm } from './offence-form.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { versions, mayEnter, today } = await app.offences.versions(signedIn, params['code']);
  if (versions.length === 0) throw data(null, { status: 404 });
  const { instrument, penaltySection } = versions.at(-1)!;
  const law = mayEnter ? await app.laws.section({ code: instrument, number: penaltySection }) : undefined;
  return {
    locale,
    mayEnter,
    today,
    /** Made here, so that a form sent twice tells officers once. */
    id: crypto.randomUUID(),
    versions: versions.toReversed(),
    inLibrary: law ? readPenalties(law.wording.text) : [],
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 64 * 1024);
  if (!form) return { ok: false as const, code: 'fields' as const, fields: [] };
  const count = Math.min(4, Number(textOf(form, 'limbs')) || 0);
  const penalties = Array.from({ length: count }, (_, at) => ({
    minMonths: textOf(form, `minMonths.${at}`),
    maxMonths: textOf(form, `maxMonths.${at}`),
    minFine: textOf(form, `minFine.${at}`),
    maxFine: textOf(form, `maxFine.${at}`),
    life: form.has(`life.${at}`),
    death: form.has(`death.${at}`),
    join: textOf(form, `join.${at}`) || 'and',
  }));
  const named = [
    'id',
    'titleTh',
    'titleEn',
    'gistTh',
    'gistEn',
    'elementsTh',
    'elementsEn',
    'source',
    'status',
  ];
  return app.offences.enter(signedIn, {
    ...Object.fromEntries(named.map((name) => [name, textOf(form, name)])),
    validFrom: dateText(form, 'validFrom'),
    code: params['code'],
    penalties,
  });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = offencesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

export default function OfficeOffence() {
  const { locale, mayEnter, today, id, versions, inLibrary } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = offencesText(locale);
  const newest = versions[0]!;
  return (
    <div className="stack">
      <p className="small">
        <Link to="/office/offences">{text.office.heading}</Link>
      </p>
      <h1>{locale === 'th' ? newest.titleTh : newest.titleEn}</h1>
      <section aria-labelledby="versions">
        <h2 id="versions">{text.office.versions}</h2>
        {versions.map((one) => (
          <div className="card" key={one.version}>
            <p className="row">
              <strong>{text.version(one.version)}</strong>
              <span className={one.status === 'confirmed' ? 'tag good' : 'tag warn'}>
                {text.statuses[one.status]}
              </span>
              <span className="soft small">
                {text.force(formatDate(asCivilDate(one.validFrom), locale, 'long'))}
              </span>
            </p>
            <p>{locale === 'th' ? one.gistTh : one.gistEn}</p>
            {one.penalties.map((penalty) => (
              <p key={penalty.limb}>
                {text.limbs[penalty.limb]}: {penaltyWords(penalty, text)}
              </p>
            ))}
            <p className="soft small" lang="th">
              {one.basis}. {one.source}
            </p>
          </div>
        ))}
      </section>
      <div aria-live="polite">
        {answer?.ok ? <p className="note good">{text.office.saved}</p> : null}
        {answer && !answer.ok ? <p className="note bad">{text.office.problems[answer.code]}</p> : null}
      </div>
      {inLibrary.length > 0 ? (
        <div className="note">
          <p>{text.office.inLibrary(newest.penaltySection)}</p>
          <ul>
            {inLibrary.map((read) => {
              const words = penaltyWords({ limb: 'basic', ...read }, text);
              const isKnown = newest.penalties.some((penalty) => penaltyWords(penalty, text) === words);
              return (
                <li key={words}>
                  {words} {isKnown ? null : <span className="tag warn">{text.office.differs}</span>}
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
      {mayEnter ? (
        <OffenceForm
          key={newest.version}
          {...{ id, today, locale }}
          from={newest}
          wrong={answer && !answer.ok && answer.code === 'fields' ? answer.fields : []}
        />
      ) : (
        <p className="note">{text.office.readOnly}</p>
      )}
    </div>
  );
}
