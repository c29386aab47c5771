/** /office/seminars/rules: rules of money, every version; the ministry's planner or administrator adds the next one. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import budgetStyles from '#interface/styles/budget.css?url';
import seminarStyles from '#interface/styles/seminars.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { projectsText } from '../../projects/text.ts';
import { seminarsText } from '../../text.ts';
import type { MoneyRule } from '../money.ts';
import { moneyText } from '../text.ts';
import { numberIn } from './amounts.ts';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: budgetStyles },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const isAdded = new URL(request.url).searchParams.has('added');
  return { locale, isAdded, ...(await app.money.rules(signedIn)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = (await readForm(request, 64 * 1024)) ?? new FormData();
  const fields = fieldsOf(form);
  const outcome = await app.money.enterRule(signedIn, { ...fields, validFrom: dateText(form, 'validFrom') });
  if (outcome.ok) return redirect(`/office/seminars/rules?added=${outcome.value.version}`);
  return data({ problem: outcome.code, wrong: outcome.fields ?? [] }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const locale = loaderData?.locale ?? 'th';
  return [{ title: seminarsText(locale).title(moneyText(locale).rules.heading) }];
};

export default function MoneyRules() {
  const { locale, isAdded, rules, mayEnter, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = moneyText(locale);
  const words = text.rules;
  const codes = [...new Set(rules.map(({ code }) => code))];
  return (
    <>
      <p className="small">
        <Link to="/office/seminars">{seminarsText(locale).back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      {isAdded && !answer ? (
        <p className="note good" role="status">
          {words.added}
        </p>
      ) : null}
      <table className="stacked">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.rule}</th>
            <th scope="col" className="number">
              {words.columns.value}
            </th>
            <th scope="col">{words.columns.force}</th>
            <th scope="col">{words.columns.basis}</th>
            <th scope="col">{words.columns.status}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleRow key={`${rule.code} ${rule.version}`} {...{ rule, locale, today }} />
          ))}
        </tbody>
      </table>
      {mayEnter ? (
        <section className="card" aria-labelledby="next">
          <h2 id="next">{words.next}</h2>
          {answer ? (
            <p className="note bad" role="alert">
              {projectsText(locale).problems[answer.problem]}
            </p>
          ) : null}
          <Form method="post" key={rules.length} className="narrow-form">
            <div className="field">
              <label htmlFor="code">{words.rule}</label>
              <select id="code" name="code">
                {codes.map((code) => (
                  <option key={code} value={code}>
                    {words.names[code]}
                  </option>
                ))}
              </select>
            </div>
            <RuleFields locale={locale} wrong={answer?.wrong ?? []} />
            <button type="submit" className="button main">
              {words.add}
            </button>
          </Form>
        </section>
      ) : (
        <p className="note">{words.readOnly}</p>
      )}
    </>
  );
}

type RuleRowProps = { readonly rule: MoneyRule; readonly locale: Locale; readonly today: string };

function RuleRow({ rule, locale, today }: RuleRowProps) {
  const text = moneyText(locale);
  const words = text.rules;
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <tr className={rule.validTo !== undefined && rule.validTo <= today ? 'soft' : undefined}>
      <td>{words.names[rule.code]}</td>
      <td className="number">{numberIn(locale, rule.value)}</td>
      <td>
        {rule.validTo ? words.until(day(rule.validFrom), day(rule.validTo)) : words.from(day(rule.validFrom))}
      </td>
      <td className="small">
        {locale === 'en' ? rule.basisEn : rule.basisTh}
        <div className="soft" lang="th">
          {words.source(rule.source)}
        </div>
      </td>
      <td>
        <span className={rule.status === 'confirmed' ? 'tag good' : 'tag warn'}>{text[rule.status]}</span>
      </td>
    </tr>
  );
}

function RuleFields({ locale, wrong }: { readonly locale: Locale; readonly wrong: readonly string[] }) {
  const text = moneyText(locale);
  const words = text.rules;
  const said = (name: string) =>
    wrong.includes(name) ? (
      <p className="problem" id={`${name}-problem`}>
        {words.fieldProblem}
      </p>
    ) : null;
  const input = (name: 'value' | 'basisTh' | 'basisEn' | 'source', label: string) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        required
        maxLength={500}
        inputMode={name === 'value' ? 'decimal' : undefined}
        aria-invalid={wrong.includes(name) || undefined}
        aria-describedby={wrong.includes(name) ? `${name}-problem` : undefined}
      />
      {said(name)}
    </div>
  );
  return (
    <>
      {input('value', words.value)}
      <DateField
        name="validFrom"
        label={words.validFrom}
        locale={locale}
        required
        problem={wrong.includes('validFrom') ? words.fieldProblem : undefined}
      />
      {input('basisTh', words.basisTh)}
      {input('basisEn', words.basisEn)}
      {input('source', words.sourceField)}
      <div className="field">
        <label htmlFor="status">{words.status}</label>
        <select id="status" name="status">
          <option value="unconfirmed">{text.unconfirmed}</option>
          <option value="confirmed">{text.confirmed}</option>
        </select>
      </div>
    </>
  );
}
