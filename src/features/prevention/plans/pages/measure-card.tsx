/** One measure of a plan: what it is, what it lacks, how far it has come. */
import { Form, Link } from 'react-router';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Alignment, Measure } from '../plan.ts';
import { amount, periodOf } from '../plan-rows.ts';
import { isLate, lacks, latest } from '../plan-rules.ts';
import { plansText } from '../text.ts';

type MeasureCardProps = {
  readonly locale: Locale;
  readonly measure: Measure;
  readonly at: number;
  readonly isLast: boolean;
  readonly alignments: readonly Alignment[];
  readonly mayChange: boolean;
  readonly mayReport: boolean;
  readonly today: string;
};

export function MeasureCard(props: MeasureCardProps) {
  const { locale, measure, at, isLast, mayChange, mayReport, today } = props;
  const text = plansText(locale);
  const words = text.plan;
  const missing = lacks(measure);
  return (
    <article className="card" aria-labelledby={`measure-${measure.id}`}>
      <h2 id={`measure-${measure.id}`}>
        {at + 1}. {measure.title}
      </h2>
      <p className="small">
        <span className="tag">{text.missions[measure.mission]}</span>{' '}
        {isLate(measure, asCivilDate(today)) ? <span className="tag late">{words.late}</span> : null}
      </p>
      {mayChange && missing.length > 0 ? (
        <p className="note warn">
          {words.lacks} {missing.map((field) => text.measure.fields[field]).join(' · ')}
        </p>
      ) : null}
      <MeasureFacts {...props} />
      {mayChange ? (
        <div className="row">
          <Link className="button" to={`/office/plans/${measure.planId}/measures/${measure.id}`}>
            {words.edit}
            <span className="visually-hidden"> {measure.title}</span>
          </Link>
          <Form method="post" className="row">
            <input type="hidden" name="move" value={measure.id} />
            <button type="submit" className="button quiet" name="by" value="-1" disabled={at === 0}>
              {words.up}
              <span className="visually-hidden"> {measure.title}</span>
            </button>
            <button type="submit" className="button quiet" name="by" value="1" disabled={isLast}>
              {words.down}
              <span className="visually-hidden"> {measure.title}</span>
            </button>
          </Form>
        </div>
      ) : null}
      {mayReport ? (
        <Link className="button" to={`/office/plans/${measure.planId}/results/${measure.id}`}>
          {words.result}
          <span className="visually-hidden"> {measure.title}</span>
        </Link>
      ) : null}
    </article>
  );
}

type MeasureFactsProps = Pick<MeasureCardProps, 'locale' | 'measure' | 'alignments'>;

/** The facts of a measure and its last result; officers and citizens read the same. */
export function MeasureFacts({ locale, measure, alignments }: MeasureFactsProps) {
  const text = plansText(locale);
  const words = text.plan;
  const last = latest(measure);
  const chosen = alignments.filter(({ key }) => measure.alignments.includes(key));
  const facts: readonly (readonly [string, string])[] = [
    [text.measure.fields.objective, measure.objective],
    [
      text.measure.fields.indicator,
      [
        measure.indicator,
        measure.target === undefined ? '' : words.target(amount(measure.target), measure.targetUnit),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [text.measure.fields.budget, amount(measure.budget)],
    [text.papers.columns.period.replace(/^\d+ /, ''), periodOf(measure, locale)],
    [text.measure.fields.owner, measure.owner],
    ...(last
      ? ([
          [
            text.resultForm.quarterOf(last.quarter, '').replace(/ \(.*\)$/, ''),
            `${last.done} · ${text.papers.percent(last.progress)}`,
          ],
          [text.papers.spent, words.baht(amount(last.spent))],
        ] as const)
      : []),
  ];
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {last?.evidenceUrl ? (
        <p className="small">
          <a href={last.evidenceUrl} rel="noreferrer">
            {text.resultForm.fields.evidenceUrl}
          </a>
        </p>
      ) : null}
      {chosen.length > 0 ? (
        <p className="small soft">
          {chosen.map(({ key, nameTh, nameEn, isConfirmed }) => (
            <span key={key}>
              {locale === 'en' ? nameEn : nameTh}
              {isConfirmed ? '' : ` (${text.unconfirmed})`}{' '}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
