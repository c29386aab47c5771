/** What seats need done by themselves: offers that end, quotas that are released, mails, reminders, erasure. */
import { sql } from 'kysely';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import type { Background } from '#platform/jobs/index.ts';
import { selectSeminars } from '../seminar.queries.ts';
import { mailSeatEvents } from './mail/mail-events.ts';
import { remindAboutSeats } from './mail/remind.ts';

export const seatJobs = {
  settle: 'seminars.settle-seats',
  remind: 'seminars.remind-about-seats',
  erase: 'seminars.erase-answers',
} as const;

export function seatsBackground(ground: Ground): Background {
  return {
    jobs: {
      [seatJobs.settle]: async () => {
        await settleDue(ground);
        await mailSeatEvents(ground);
      },
      [seatJobs.remind]: async () => void (await remindAboutSeats(ground)),
      [seatJobs.erase]: async () => {
        await sql`select seminars.erase_answers(${ground.now()})`.execute(ground.databases.worker);
      },
    },
    schedules: [
      { name: seatJobs.settle, cron: '* * * * *' },
      { name: seatJobs.remind, cron: '5 7 * * *' },
      { name: seatJobs.erase, cron: '20 2 * * *' },
    ],
  };
}

/** Ends offers whose time is over and offers what is free, also on the day on which quotas are released. */
async function settleDue(ground: Ground): Promise<void> {
  const now = ground.now();
  const { worker } = ground.databases;
  const waiting = await worker
    .selectFrom('seminars.registration')
    .select('seminar_id')
    .distinct()
    .where('state', 'in', ['waitlisted', 'offered'])
    .execute();
  const ids = new Set(waiting.map((row) => row.seminar_id));
  const seminars = (await selectSeminars(worker)).filter(
    ({ id, endsOn }) => ids.has(id) && endsOn >= civilDate(now),
  );
  for (const { id } of seminars) await sql`select seminars.settle_seats(${id}, ${now})`.execute(worker);
}
