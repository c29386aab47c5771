/** /office/settings/duties: every version of every yearly duty; a planner or administrator of the ministry adds the next. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import type { Duty } from '#features/prevention/duties/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, monthNames } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { dutiesText } from '../text.ts';
import { DutyFields } from './duty-fields.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const saved = new URL(request.url).searchParams.get('saved');
  return { locale, saved, today: civilDate(app.ground.now()), ...(await app.duties.listVersions(signedIn)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 32 * 1024);
  if (!form) return data({ code: '', problem: 'fields' as const, fields: [] }, { status: 400 });
  const single = [
    'code',
    'baseVersion',
    'nameTh',
    'nameEn',
    'month',
    'day',
    'remindDays',
    'basisTh',
    'basisEn',
    'source',
    'status',
  ];
  const answer = await app.duties.enter(signedIn, {
    ...Object.fromEntries(single.map((name) => [name, textOf(form, name)])),
    kinds: form.getAll('kinds').map(String),
    roles: form.getAll('roles').map(String),
    validFrom: dateText(form, 'validFrom'),
  });
  if (answer.ok) return redirect(`/office/settings/duties?saved=${answer.code}#${answer.code}`);
  const fields = answer.problem === 'fields' ? answer.fields : [];
  return data(
    { code: textOf(form, 'code'), problem: answer.problem, fields },
    { status: answer.problem === 'forbidden' ? 403 : 409 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = dutiesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.edit.heading) }];
};

export default function DutySettings() {
  const { locale, duties, mayEnter, saved, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const text = dutiesText(locale);
  const words = text.edit;
  const codes = [...new Set(duties.map(({ code }) => code))];
  const form = (duty: Duty | undefined) => {
    const isAnswered =
      answer !== undefined && (duty ? answer.code === duty.code : !codes.includes(answer.code));
    return (
      <details open={isAnswered || undefined}>
        <summary>{duty ? words.next : words.new}</summary>
        <Form method="post" className="narrow-form" key={`${duty?.code} ${duty?.version}`}>
          {isAnswered && answer ? (
            <p className="note bad" role="alert">
              {text.problems[answer.problem]}
            </p>
          ) : null}
          <DutyFields {...{ locale, duty, today }} wrong={isAnswered && answer ? answer.fields : []} />
          <button type="submit" className="button main" disabled={isBusy}>
            {words.save}
          </button>
        </Form>
      </details>
    );
  };
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {mayEnter ? null : <p className="note">{words.readOnly}</p>}
      {codes.map((code) => {
        const versions = duties.filter((duty) => duty.code === code);
        const newest = versions[0]!;
        return (
          <section key={code} className="card" aria-labelledby={code}>
            <h2 id={code}>{locale === 'en' ? newest.nameEn : newest.nameTh}</h2>
            {saved === code ? (
              <p className="note good" role="status">
                {words.saved}
              </p>
            ) : null}
            <ul className="plain-list rows">
              {versions.map((duty) => (
                <Version key={duty.version} duty={duty} locale={locale} />
              ))}
            </ul>
            {mayEnter ? form(newest) : null}
          </section>
        );
      })}
      {mayEnter ? <section className="card">{form(undefined)}</section> : null}
    </>
  );
}

function Version({ duty, locale }: { readonly duty: Duty; readonly locale: Locale }) {
  const text = dutiesText(locale);
  const words = text.edit;
  const shown = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <li>
      <strong>{words.day(duty.day, monthNames(locale)[duty.month - 1] ?? '')}</strong>{' '}
      <span className={duty.isConfirmed ? 'tag good' : 'tag warn'}>
        {words.statuses[duty.isConfirmed ? 'confirmed' : 'unconfirmed']}
      </span>
      <p className="small">
        {words.version(duty.version)} ·{' '}
        {duty.validTo
          ? words.until(shown(duty.validFrom), shown(duty.validTo))
          : words.inForce(shown(duty.validFrom))}{' '}
        · {words.remind(duty.remindDays)}
      </p>
      <p className="small soft">
        {locale === 'en' ? duty.basisEn : duty.basisTh} · {text.source}: {duty.source}
      </p>
    </li>
  );
}
