/** /office/gifts/rules: what laws and circulars decide, with basis and status; who keeps them enters the next version. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDayOfYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { GiftsNav } from '../../gifts/pages/gifts-nav.tsx';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { type Basis, basisOf, choiceLists, nameOf } from '../rule.ts';
import { rulesText } from '../text.ts';
import { type Entered, RuleEntry } from './rule-entry.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    ...(await app.ethics.rules.list(signedIn)),
    seesOverview: await app.ethics.gifts.seesOverview(signedIn),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const id = textOf(form, 'id');
  const outcome = await app.ethics.rules.enter(signedIn, {
    ...Object.fromEntries(form),
    isExempt: form.has('isExempt'),
    validFrom: dateText(form, 'validFrom'),
  });
  return outcome.ok
    ? { saved: id, problem: undefined }
    : data({ saved: undefined, problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = rulesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

/** A version as the table shows it, and what entering the next one begins with. */
type Shown = Basis & {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly next: Entered;
};

export default function Rules() {
  const { locale, rules, periods, choices, mayEnter, today, seesOverview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = rulesText(locale);
  const monthDay = (at: { month: number; day: number }) => formatDayOfYear(at, locale);
  const amounts: Shown[] = rules.map((rule) => ({
    ...rule,
    key: rule.code,
    name: text.codes[rule.code],
    value: text.amount(rule.amount, text.units[rule.unit]),
    next: { kind: 'rule', code: rule.code, amount: rule.amount, unit: rule.unit },
  }));
  const halves: Shown[] = periods.map((period) => ({
    ...period,
    key: String(period.half),
    name: text.halves[period.half],
    value: text.periodOf(monthDay(period.closes), monthDay(period.due)),
    next: { kind: 'period', half: period.half, closes: period.closes, due: period.due },
  }));
  const listed = (list: (typeof choiceLists)[number]): Shown[] =>
    choices
      .filter((choice) => choice.list === list)
      .map((choice) => ({
        ...choice,
        key: choice.code,
        name: nameOf(choice, locale),
        value: choice.isExempt ? text.exempt : '',
        next: {
          kind: 'choice',
          list,
          code: choice.code,
          nameTh: choice.nameTh,
          nameEn: choice.nameEn,
          isExempt: choice.isExempt,
        },
      }));
  const common = { locale, mayEnter, today };
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft measure">{text.lead}</p>
      <GiftsNav {...{ locale, seesOverview }} />
      {answer?.saved ? (
        <p className="note good" role="status">
          {text.saved}
        </p>
      ) : null}
      {answer?.problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[answer.problem]}
        </p>
      ) : null}
      {mayEnter ? null : <p className="note">{text.readOnly}</p>}
      <RuleTable id="amounts" heading={text.amounts} rows={amounts} {...common} />
      <RuleTable id="periods" heading={text.periods} rows={halves} {...common} />
      {choiceLists.map((list) => (
        <RuleTable key={list} id={list} heading={text.lists[list]} rows={listed(list)} {...common}>
          {mayEnter ? (
            <details>
              <summary>{text.add}</summary>
              <RuleEntry
                entered={{ kind: 'choice', list, code: '', nameTh: '', nameEn: '', isExempt: false }}
                {...{ locale, today }}
              />
            </details>
          ) : null}
        </RuleTable>
      ))}
    </>
  );
}

type RuleTableProps = {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly Shown[];
  readonly locale: Locale;
  readonly mayEnter: boolean;
  readonly today: string;
  readonly children?: React.ReactNode;
};

function RuleTable({ id, heading, rows, locale, mayEnter, today, children }: RuleTableProps) {
  const text = rulesText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  const hasValues = rows.some(({ value }) => value !== '');
  const newest = (row: Shown) => !rows.some((one) => one.key === row.key && one.version > row.version);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <table className="stacked rule-list" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{text.columns.rule}</th>
            {hasValues ? <th scope="col">{text.columns.value}</th> : null}
            <th scope="col">{text.columns.basis}</th>
            <th scope="col">{text.columns.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.key} ${row.version}`} className={newest(row) ? undefined : 'soft'}>
              <td>
                {row.name}
                <div className="small soft">
                  {text.version(row.version)} · {text.from(day(row.validFrom))}
                  {newest(row) ? null : ` · ${text.past}`}
                </div>
                {mayEnter && newest(row) ? (
                  <details>
                    <summary>{text.enter}</summary>
                    <RuleEntry entered={row.next} basis={row} {...{ locale, today }} />
                  </details>
                ) : null}
              </td>
              {hasValues ? <td>{row.value}</td> : null}
              <td>
                {basisOf(row, locale)}
                <div className="small soft">{text.source(row.source)}</div>
              </td>
              <td>
                <span className={row.status === 'confirmed' ? 'tag good' : 'tag warn'}>
                  {text.statuses[row.status]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
