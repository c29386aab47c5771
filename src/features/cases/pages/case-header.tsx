/** What stands above a case: its number, where it stands, who has it, and whatever must not be overlooked. */
import { asCivilDate, formatDateTime, formatDue } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { hasReporter, nameIn } from '../case.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { personName } from './person-name.ts';

type Props = {
  readonly view: CaseView;
  readonly title: string | undefined;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseHeaderCard({ view, title, locale, text }: Props) {
  const { header, matter } = view;
  const words = text.case;
  const facts: readonly (readonly [string, string])[] = [
    [words.centre, nameIn(locale, header.unit)],
    [words.topic, header.topic ? nameIn(locale, header.topic) : '–'],
    [words.received, formatDateTime(new Date(header.receivedAt), locale)],
    [
      words.assigned,
      header.assignedTo ? personName(view, header.assignedTo, locale, text) : words.nobodyAssigned,
    ],
    [words.channel, text.channels[header.channel]],
    ...(hasReporter(header.channel) ? ([[words.identity, text.identity[header.identityMode]]] as const) : []),
    ...(header.outcome ? ([[words.outcome, nameIn(locale, header.outcome)]] as const) : []),
  ];
  return (
    <header className="case-head">
      <p className="row">
        <span className="mono">{header.number}</span>
        {header.matter === 'corruption' ? null : <span className="tag">{text.matters[header.matter]}</span>}
        <span className="tag deep">{text.stages[header.stage]}</span>
        {header.restriction === 'none' ? null : (
          <span className="tag warn">{text.restriction[header.restriction]}</span>
        )}
        {header.contestedAt ? <span className="tag warn">{text.contested}</span> : null}
        {header.dueOn ? (
          <span className={header.dueOn < view.today ? 'tag late' : 'tag'}>
            {formatDue(asCivilDate(header.dueOn), asCivilDate(view.today), locale)}
          </span>
        ) : null}
        <span className="soft small">
          {hasReporter(header.channel) ? text.awaiting[header.awaiting] : null}
        </span>
        {view.may.length > 0 ? (
          <a className="phone-only small" href="#acts">
            {text.acts.title} ↓
          </a>
        ) : null}
      </p>
      <h1>{title ?? words.title(header.number)}</h1>
      {header.channel === 'web-no-script' ? <p className="note warn">{text.byServer}</p> : null}
      {header.channel === 'ethics' ? <p className="note">{text.fromEthics}</p> : null}
      {matter && matter.named.length > 0 ? (
        <p className="note">
          {text.acts.named}: {matter.named.map((id) => personName(view, id, locale, text)).join(', ')}
        </p>
      ) : null}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
