/** A line of the queue: when and why then, what it is about (opened in the browser), where it stands. */
import { Link } from 'react-router';
import { asCivilDate, formatDate, formatDue } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameIn } from '../case.ts';
import type { WorkPage, WorkRow } from '../list-work.ts';
import type { CasesText } from '../text.ts';
import type { Title } from './use-titles.ts';

type Props = {
  readonly row: WorkRow;
  readonly page: WorkPage;
  readonly title: Title;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function WorkRowLine({ row, page, title, locale, text }: Props) {
  const words = text.work;
  const topic = page.topics.find(({ code }) => code === row.topic);
  const centre = page.centres.find(({ code }) => code === row.unitCode);
  return (
    <tr>
      <td className="due">
        <Due row={row} today={page.today} locale={locale} text={text} />
      </td>
      <td>
        <Link className="case-link" to={`/office/cases/${row.id}`}>
          <TitleWords title={title} text={text} />
        </Link>
        <p className="soft small row-facts">
          <span className="mono">{row.number}</span>
          {row.matter === 'corruption' ? null : <span className="tag">{text.matters[row.matter]}</span>}
          {topic ? <span>{nameIn(locale, topic)}</span> : null}
          {centre ? <span>{nameIn(locale, centre)}</span> : null}
          {row.restriction === 'none' ? null : (
            <span className="tag warn">{text.restriction[row.restriction]}</span>
          )}
          {row.contested ? <span className="tag warn">{text.contested}</span> : null}
          {row.byServer ? <span className="tag">{text.byServerShort}</span> : null}
        </p>
      </td>
      <td className="stands">
        <span className="tag deep">{text.stages[row.stage]}</span>
        <p className="soft small">{text.awaiting[row.awaiting]}</p>
        {row.mine || !row.assigned ? (
          <p className="soft small">{row.mine ? words.assignedToMe : words.unassigned}</p>
        ) : null}
      </td>
      <td className="soft small received">
        <span className="phone-only">{words.received} </span>
        {formatDate(asCivilDate(row.receivedOn), locale, 'short')}
      </td>
    </tr>
  );
}

function Due({ row, today, locale, text }: Pick<Props, 'row' | 'locale' | 'text'> & { today: string }) {
  if (!row.dueOn) return <span className="soft small">{text.work.noClock}</span>;
  const due = asCivilDate(row.dueOn);
  const { clock } = row;
  return (
    <>
      <span className={row.dueOn < today ? 'late' : undefined}>
        <strong>{formatDue(due, asCivilDate(today), locale)}</strong>
      </span>
      {clock ? (
        <details className="why">
          <summary>
            {formatDate(due, locale, 'short')}
            <span className="visually-hidden"> {text.work.why}</span>
          </summary>
          {text.work.reason(
            nameIn(locale, clock),
            locale === 'th' ? clock.basisTh : clock.basisEn,
            formatDate(asCivilDate(clock.startedOn), locale, 'short'),
          )}
          {clock.status === 'unconfirmed' ? ` · ${text.unconfirmed}` : ''}
        </details>
      ) : null}
    </>
  );
}

function TitleWords({ title, text }: { readonly title: Title; readonly text: CasesText }) {
  const words = text.work;
  if (title.state === 'open') return title.title ?? words.untitled;
  const said = {
    opening: words.opening,
    locked: words.locked,
    'no-grant': words.noGrant,
    unreadable: words.unreadable,
  };
  return <span className="soft sealed">{said[title.state]}</span>;
}
