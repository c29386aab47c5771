/** Reminders by their distance to the seminar: centres with unused quota, people whose form is open, all with a seat. */
import { raiseNotice } from '#features/knowledge/index.ts';
import { addDays, asCivilDate, type CivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { queueMail } from '#platform/mail/index.ts';
import { selectSeminars } from '../../seminar.queries.ts';
import type { Seminar } from '../../seminar.ts';
import { selectForm } from '../form/form.queries.ts';
import { nominators } from '../seat-people.ts';
import { seatMailText } from './text.ts';
import { tellingId, writeMail } from './write-mail.ts';

type Due = {
  readonly kind: 'nominate' | 'form' | 'seminar';
  readonly daysBefore: number;
  readonly anchor: CivilDate;
};

/**
 * Of the reminders of one kind, the latest whose day has come: a program that stood still, or a seminar that was
 * published late, does not send all of them at once. None once the anchor is past.
 */
export function dueReminder(
  days: readonly number[],
  anchor: CivilDate | undefined,
  today: CivilDate,
): number | undefined {
  if (anchor === undefined || today > anchor) return undefined;
  return [...days].sort((a, b) => a - b).find((each) => today >= addDays(anchor, -each));
}

/** As the worker, every morning; safe to repeat. Returns how many were told. */
export async function remindAboutSeats(ground: Ground): Promise<number> {
  const today = civilDate(ground.now());
  const { worker } = ground.databases;
  const seminars = (await selectSeminars(worker)).filter(
    ({ state, startsOn }) => state === 'published' && startsOn >= today,
  );
  let told = 0;
  for (const seminar of seminars)
    told += await worker.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom('seminars.reminder')
        .select(['kind', 'days_before'])
        .where('seminar_id', '=', seminar.id)
        .execute();
      let here = 0;
      for (const kind of ['nominate', 'form', 'seminar'] as const) {
        const anchor = kind === 'nominate' ? seminar.nominateBy : seminar.startsOn;
        const days = rows.filter((row) => row.kind === kind).map((row) => row.days_before);
        const daysBefore = dueReminder(days, anchor === undefined ? undefined : asCivilDate(anchor), today);
        if (daysBefore === undefined) continue;
        const due: Due = { kind, daysBefore, anchor: asCivilDate(anchor!) };
        here +=
          kind === 'nominate'
            ? await remindCentres(trx, ground, seminar, due)
            : await remindPeople(trx, ground, seminar, due);
      }
      return here;
    });
  return told;
}

const aboutOf = (seminar: Seminar, { kind, daysBefore, anchor }: Due, whom: string | number) =>
  `${seminar.id} ${kind} ${daysBefore} ${anchor} ${whom}`;

async function remindCentres(
  trx: InTransaction,
  ground: Ground,
  seminar: Seminar,
  due: Due,
): Promise<number> {
  const quotas = await trx
    .selectFrom('seminars.quota')
    .select(({ fn }) => ['unit_id', fn.sum<string>('seats').as('seats')])
    .where('seminar_id', '=', seminar.id)
    .groupBy('unit_id')
    .execute();
  const named = await trx
    .selectFrom('seminars.registration')
    .select(({ fn }) => ['unit_id', fn.countAll<number>().as('count')])
    .where('seminar_id', '=', seminar.id)
    .where('state', 'in', ['nominated', 'approved', 'confirmed', 'offered', 'waitlisted'])
    .groupBy('unit_id')
    .execute();
  const open = quotas.filter(
    ({ unit_id, seats }) => Number(seats) > (named.find((one) => one.unit_id === unit_id)?.count ?? 0),
  );
  for (const { unit_id: unitId } of open)
    await raiseNotice(trx, {
      id: tellingId(aboutOf(seminar, due, unitId)),
      kind: 'seminar',
      objectId: seminar.id,
      titleTh: seatMailText('th').nominateNotice(seminar.titleTh, formatDate(due.anchor, 'th', 'short')),
      titleEn: seatMailText('en').nominateNotice(
        seminar.titleEn ?? seminar.titleTh,
        formatDate(due.anchor, 'en', 'short'),
      ),
      href: `/office/nominations/${seminar.id}`,
      units: [unitId],
      roles: nominators,
      at: ground.now(),
    });
  return open.length;
}

async function remindPeople(trx: InTransaction, ground: Ground, seminar: Seminar, due: Due): Promise<number> {
  const kind = due.kind === 'form' ? 'form' : 'seminar';
  if (kind === 'form' && !(await selectForm(trx, seminar.id))) return 0;
  let seats = trx
    .selectFrom('seminars.registration as seat')
    .select(['seat.id', 'seat.prefix_th', 'seat.name_th', 'seat.email'])
    .where('seat.seminar_id', '=', seminar.id)
    .where('seat.state', '=', 'confirmed')
    .where('seat.email', 'is not', null);
  if (kind === 'form')
    seats = seats.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seminars.form_answer as answer')
            .select('answer.registration_id')
            .whereRef('answer.registration_id', '=', 'seat.id'),
        ),
      ),
    );
  const rows = await seats.execute();
  for (const row of rows)
    await queueMail(
      trx,
      writeMail({
        id: tellingId(aboutOf(seminar, due, row.id)),
        kind: `seminars.remind-${kind}`,
        to: { id: row.id, prefixTh: row.prefix_th, nameTh: row.name_th, email: row.email! },
        seminar,
        tokenKey: ground.secrets.tokenKey,
        publicUrl: ground.publicUrl,
        withLinks: true,
        what: (words) => ({ subject: words.reminders[kind], body: words.reminderBody[kind] }),
      }),
    );
  return rows.length;
}
