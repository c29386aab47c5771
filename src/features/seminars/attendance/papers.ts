/** What organisers print and file: sign-in sheets, name badges with tickets, the board as a workbook. */
import { renderBadges, renderReport } from '#platform/documents/index.ts';
import type { Ground } from '#platform/ground.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Seminar } from '../seminar.ts';
import type { BoardFilter } from './board-filter.ts';
import { filterBoard } from './board-filter.ts';
import { attendanceText, sessionName } from './text.ts';
import { makeTicket, seatCode } from './ticket.ts';
import { ticketKey } from './ticket-key.ts';
import type { Board } from './view-attendance.ts';

const titleOf = ({ titleTh, titleEn }: Seminar, locale: Locale) => (locale === 'en' && titleEn) || titleTh;
const seated = (board: Board) => board.people.filter(({ state }) => state === 'confirmed');

/** One list for one session, with room to sign. */
export function signInSheet(ground: Ground, board: Board, locale: Locale): Promise<Uint8Array> {
  const text = attendanceText(locale).sheet;
  const session = board.sessions.find(({ key }) => key === board.shown);
  const rows = seated(board).map((person, at) => [
    String(at + 1),
    person.name,
    person.positionTh,
    person.centre,
    '',
  ]);
  return renderReport({
    title: `${text.signIn} ${titleOf(board.seminar, locale)}`,
    ...(session ? { subtitle: sessionName(session, locale) } : {}),
    locale,
    madeAt: ground.now(),
    blocks:
      rows.length === 0
        ? [{ kind: 'paragraph', text: text.nobody }]
        : [
            {
              kind: 'table',
              table: {
                columns: [
                  { label: text.number, share: 1, align: 'center' },
                  { label: text.name, share: 5 },
                  { label: text.position, share: 5 },
                  { label: text.centre, share: 4 },
                  { label: text.signature, share: 5 },
                ],
                rows,
                rowHeight: 28,
              },
            },
          ],
  });
}

/** Undefined while nobody has a seat. */
export async function nameBadges(
  ground: Ground,
  board: Board,
  locale: Locale,
): Promise<Uint8Array | undefined> {
  const people = seated(board);
  if (people.length === 0) return undefined;
  const key = await ticketKey(ground);
  const badges = await Promise.all(
    people.map(async (person) => ({
      name: person.name,
      from: person.centre,
      qr: await makeTicket(key, { seminarId: board.seminar.id, registrationId: person.id }),
      code: seatCode(person.id),
    })),
  );
  return renderBadges({
    event: titleOf(board.seminar, locale),
    badges,
    alt: attendanceText(locale).ticket.qr,
    locale,
    madeAt: ground.now(),
  });
}

/** The board as filtered: a line a person, a column a session. */
export function boardWorkbook(
  ground: Ground,
  board: Board,
  filter: BoardFilter,
  locale: Locale,
): Promise<Uint8Array> {
  const { sheet, board: words } = attendanceText(locale);
  return writeXlsx(
    [
      {
        name: sheet.file,
        columns: [
          { header: sheet.centre },
          { header: sheet.name },
          { header: sheet.position },
          ...board.sessions.map((session) => ({ header: sessionName(session, locale), width: 14 })),
          { header: sheet.attended, kind: 'number' as const, width: 10 },
          { header: sheet.planned, kind: 'number' as const, width: 10 },
          { header: sheet.percent, kind: 'number' as const, width: 10 },
          { header: words.enough, width: 12 },
        ],
        rows: filterBoard(board, filter).map((person) => [
          person.centre,
          person.name,
          person.positionTh,
          ...board.sessions.map(({ key }) =>
            person.present.includes(key) ? sheet.in : person.excused.includes(key) ? sheet.excused : '',
          ),
          person.attended,
          board.planned,
          person.percent,
          person.reaches ? words.enough : '',
        ]),
      },
    ],
    { locale, madeAt: ground.now() },
  );
}
