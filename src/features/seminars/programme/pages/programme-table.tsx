/** The programme as a list in order of time, a table for each day: on the public page, on paper, and beside the grid. */
import { Words } from '#interface/heading.tsx';
import { type CivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { seminarsText } from '../../text.ts';
import type { Programme, ProgrammeSlot, Speaker } from '../programme.ts';
import { programmeText } from '../text.ts';
import { roomOf, speakersOf, timesOf, titleIn } from './programme-words.ts';

type ProgrammeTableProps = {
  readonly locale: Locale;
  readonly programme: Programme;
  readonly days: readonly CivilDate[];
  /** Level of the heading of each day. */
  readonly level: 2 | 3;
  /** Something beside each part, such as a link to its form. */
  readonly beside?: (slot: ProgrammeSlot) => React.ReactNode;
};

export function ProgrammeTable({ locale, programme, days, level, beside }: ProgrammeTableProps) {
  const text = programmeText(locale);
  const Heading = level === 2 ? 'h2' : 'h3';
  const hasRooms = programme.rooms.length > 0;
  return days.map((day) => {
    const slots = programme.slots.filter(({ startsAt }) => civilDate(startsAt) === day);
    if (slots.length === 0) return null;
    const name = formatDate(day, locale, 'long', { weekday: true });
    return (
      <section key={day} aria-labelledby={`day-${day}`} className="programme-day">
        <Heading id={`day-${day}`}>{name}</Heading>
        <table className="programme-table">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.time}</th>
              <th scope="col">{text.columns.part}</th>
              {hasRooms ? <th scope="col">{text.columns.room}</th> : null}
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => (
              <tr key={slot.id} className={slot.kind === 'break' ? 'soft' : undefined}>
                <td className="programme-time">{timesOf(slot.startsAt, slot.endsAt, locale)}</td>
                <td>
                  <PartCell slot={slot} speakers={programme.speakers} locale={locale} />
                  {beside?.(slot)}
                </td>
                {hasRooms ? <td>{roomOf(slot, programme.rooms, locale)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}

function PartCell({
  slot,
  speakers,
  locale,
}: {
  readonly slot: ProgrammeSlot;
  readonly speakers: readonly Speaker[];
  readonly locale: Locale;
}) {
  const detail = locale === 'en' ? slot.detailEn || slot.detailTh : slot.detailTh;
  const spoken = speakersOf(slot, speakers, locale);
  return (
    <>
      <div className="programme-part">
        <strong>
          <Words>{titleIn(locale, slot)}</Words>
        </strong>{' '}
        <span className="tag">{seminarsText(locale).slotKinds[slot.kind]}</span>
      </div>
      {detail ? <p className="small kept-lines">{detail}</p> : null}
      {spoken.length > 0 ? (
        <ul className="plain-list small programme-speakers">
          {spoken.map((speaker) => (
            <li key={speaker.id}>
              {speaker.role ? <span className="soft">{speaker.role} </span> : null}
              {speaker.name}
              {speaker.post ? (
                <span className="soft" lang="th">
                  {' '}
                  {speaker.post}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
