/** The deadlines with their basis and status, every version; an administrator of the ministry enters the next one. */
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import casesStyles from '#interface/styles/cases.css?url';
import { asCivilDate, formatDate } from '#platform/calendar/bangkok.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameIn } from '../case.ts';
import type { ClockRule } from '../clock-rules.ts';
import type { ClockEntryAnswer, ClockEntryField } from '../clock-settings.ts';
import { type CasesText, casesText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: casesStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  return { locale, ...(await app.cases.listClockRules(signedIn)) };
}

export async function action({ context, request }: ActionFunctionArgs): Promise<ClockEntryAnswer> {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const validFrom = dateText(form, 'validFrom');
  return app.cases.enterClockRule(signedIn, { ...Object.fromEntries(form), validFrom });
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = casesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.clocks.title) }];
};

export default function Clocks() {
  const { locale, rules, mayEnter, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = casesText(locale);
  const words = text.clocks;
  const codes = [...new Set(rules.map(({ code }) => code))];
  return (
    <div className="stack">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      {codes.map((code) => (
        <RuleVersions
          key={code}
          versions={rules.filter((rule) => rule.code === code)}
          {...{ locale, text, today }}
        />
      ))}
      {mayEnter ? (
        <NextVersion
          rules={codes.map((code) => rules.find((rule) => rule.code === code)!)}
          key={rules.length}
          {...{ answer, locale, text, today }}
        />
      ) : (
        <p className="note">{words.readOnly}</p>
      )}
    </div>
  );
}

type Common = { readonly locale: Locale; readonly text: CasesText; readonly today: string };

function RuleVersions({
  versions,
  locale,
  text,
  today,
}: Common & { readonly versions: readonly ClockRule[] }) {
  const words = text.clocks;
  const newest = versions[0]!;
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <section className="card" aria-labelledby={newest.code}>
      <h2 id={newest.code}>{nameIn(locale, newest)}</h2>
      <p className="soft small">
        {words.starts[newest.startedBy]} · {words.ends[newest.metBy]}
      </p>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.length}</th>
            <th scope="col">{words.basis}</th>
            <th scope="col">{words.force}</th>
            <th scope="col">{words.status}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((rule) => (
            <tr key={rule.version} className={isPast(rule, today) ? 'soft' : undefined}>
              <td>
                {words.version} {rule.version}
              </td>
              <td>
                <strong>{words.days(rule.days, rule.dayUnit)}</strong>
              </td>
              <td>
                {locale === 'th' ? rule.basisTh : rule.basisEn}
                <p className="soft small">
                  {words.source}: {rule.source}
                </p>
              </td>
              <td>
                {rule.validTo
                  ? words.until(day(rule.validFrom), day(rule.validTo))
                  : words.from(day(rule.validFrom))}
              </td>
              <td>
                <span className={rule.status === 'confirmed' ? 'tag good' : 'tag warn'}>
                  {words.statuses[rule.status]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isPast = (rule: ClockRule, today: string) => rule.validTo !== undefined && rule.validTo <= today;

type NextProps = Common & {
  readonly rules: readonly ClockRule[];
  readonly answer: ClockEntryAnswer | undefined;
};

function NextVersion({ rules, answer, locale, text, today }: NextProps) {
  const words = text.clocks;
  const wrong = answer && !answer.ok && answer.code === 'fields' ? answer.fields : [];
  const problem = (field: ClockEntryField) =>
    wrong.includes(field)
      ? { 'aria-invalid': true as const, 'aria-describedby': `${field}-problem` }
      : { 'aria-invalid': undefined };
  const mark = (field: ClockEntryField) =>
    wrong.includes(field) ? (
      <p className="problem" id={`${field}-problem`}>
        {words.fieldProblem}
      </p>
    ) : null;
  return (
    <section className="card" aria-labelledby="next-version">
      <h2 id="next-version">{words.addTitle}</h2>
      <div aria-live="polite">
        {answer?.ok ? <p className="note good">{words.added}</p> : null}
        {answer && !answer.ok ? <p className="note bad">{words.problems[answer.code]}</p> : null}
      </div>
      <Form method="post" className="two-columns">
        <div className="field">
          <label htmlFor="code">{words.rule}</label>
          <select id="code" name="code" {...problem('code')}>
            {rules.map((rule) => (
              <option key={rule.code} value={rule.code}>
                {nameIn(locale, rule)}
              </option>
            ))}
          </select>
          {mark('code')}
        </div>
        <div className="field">
          <label htmlFor="days">{words.dayCount}</label>
          <input id="days" name="days" type="number" min="1" max="3650" required {...problem('days')} />
          {mark('days')}
        </div>
        <div className="field">
          <label htmlFor="dayUnit">{words.unit}</label>
          <select id="dayUnit" name="dayUnit">
            <option value="calendar">{words.units.calendar}</option>
            <option value="working">{words.units.working}</option>
          </select>
        </div>
        <DateField
          name="validFrom"
          label={words.validFrom}
          locale={locale}
          defaultValue={today}
          required
          problem={wrong.includes('validFrom') ? words.fieldProblem : undefined}
        />
        {(['basisTh', 'basisEn', 'source'] as const).map((field) => (
          <div className="field" key={field}>
            <label htmlFor={field}>{words[field]}</label>
            <input id={field} name={field} maxLength={500} required {...problem(field)} />
            {mark(field)}
          </div>
        ))}
        <div className="field">
          <label htmlFor="status">{words.status}</label>
          <select id="status" name="status">
            <option value="unconfirmed">{words.statuses.unconfirmed}</option>
            <option value="confirmed">{words.statuses.confirmed}</option>
          </select>
        </div>
        <p>
          <button type="submit" className="button main">
            {words.add}
          </button>
        </p>
      </Form>
    </section>
  );
}
