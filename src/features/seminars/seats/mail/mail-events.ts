/** Tells people what became of their seats: each event of a seat that is news to its person becomes one mail. */

import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { queueMail } from '#platform/mail/index.ts';
import { writeMail } from './write-mail.ts';

const told = ['confirmed', 'waitlisted', 'offered', 'rejected', 'released', 'substituted'] as const;
type Told = (typeof told)[number];
const batch = 200;

/** As the worker; the mail carries the event's identifier, so that doing it twice sends it once. Returns how many it queued. */
export async function mailSeatEvents(ground: Ground): Promise<number> {
  let queued = 0;
  for (;;) {
    const { taken, mails } = await ground.databases.worker
      .transaction()
      .execute((trx) => mailSome(trx, ground));
    queued += mails;
    if (taken < batch) return queued;
  }
}

async function mailSome(trx: InTransaction, ground: Ground): Promise<{ taken: number; mails: number }> {
  const events = await trx
    .selectFrom('seminars.registration_event as event')
    .innerJoin('seminars.registration as seat', 'seat.id', 'event.registration_id')
    .innerJoin('seminars.seminar as seminar', 'seminar.id', 'event.seminar_id')
    .where('event.mailed_at', 'is', null)
    .select(['event.id', 'event.what', 'event.to_state', 'seat.id as seat_id', 'seat.state'])
    .select(['seat.prefix_th', 'seat.name_th', 'seat.email', 'seat.offer_until'])
    .select(['seminar.slug', 'seminar.title_th', 'seminar.title_en', 'seminar.starts_on', 'seminar.ends_on'])
    .select(['seminar.venue_th', 'seminar.venue_en', 'seminar.state as seminar_state'])
    .orderBy('event.at')
    .limit(batch)
    .execute();
  let mails = 0;
  const today = civilDate(ground.now());
  for (const event of events) {
    const state = told.find((each) => each === event.to_state);
    // What has been overtaken since (approved, then seated at once) is no news, nor is what an organiser of a past year did.
    const isNews =
      event.what === 'state' &&
      event.state === event.to_state &&
      event.seminar_state === 'published' &&
      event.ends_on >= today;
    if (!state || !isNews || !event.email) continue;
    await queueMail(
      trx,
      writeMail({
        id: event.id,
        kind: `seminars.seat-${state}`,
        to: { id: event.seat_id, prefixTh: event.prefix_th, nameTh: event.name_th, email: event.email },
        seminar: {
          slug: event.slug,
          titleTh: event.title_th,
          titleEn: event.title_en ?? undefined,
          startsOn: event.starts_on,
          endsOn: event.ends_on,
          venueTh: event.venue_th,
          venueEn: event.venue_en,
        },
        tokenKey: ground.secrets.tokenKey,
        publicUrl: ground.publicUrl,
        withLinks: withLinks.includes(state),
        what: (words, locale) => ({
          subject: words.states[state],
          body:
            state === 'offered'
              ? words.body.offered(formatDateTime(event.offer_until!, locale, 'long'))
              : words.body[state],
        }),
      }),
    );
    mails += 1;
  }
  if (events.length > 0)
    await trx
      .updateTable('seminars.registration_event')
      .set({ mailed_at: ground.now() })
      .where(
        'id',
        'in',
        events.map(({ id }) => id),
      )
      .execute();
  return { taken: events.length, mails };
}

const withLinks: readonly Told[] = ['confirmed', 'waitlisted', 'offered'];
