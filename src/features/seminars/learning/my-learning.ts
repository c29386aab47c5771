/** What an officer learns, on one page: her seats, her competence, her plans, and the plans that wait for her answer. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { ownProfile, type Profile } from '../competence/view-competence.ts';
import { ownPlans, type PlanLine, plansToAnswer } from '../followup/superior.ts';
import { seatToken } from '../seat-link.ts';
import type { OpenSeat } from '../seats/open-seat.ts';
import { selectSeminars } from '../seminar.queries.ts';
import type { RegistrationState, Seminar } from '../seminar.ts';
import type { Parts } from './needs.ts';

export type OwnSeat = {
  readonly seminar: Seminar;
  readonly state: RegistrationState;
  /** The part of her link after `/seat/`. */
  readonly token: string;
  /** Ticket, form, tests, evaluation, plan: whatever is there for the seat now. */
  readonly links: OpenSeat['links'];
  readonly certificate: string | undefined;
  readonly isPast: boolean;
};

export type MyLearning = {
  readonly seats: readonly OwnSeat[];
  readonly profile: Profile;
  readonly plans: readonly PlanLine[];
  readonly answers: readonly PlanLine[];
};

type OpenByToken = (token: string, locale: Locale) => Promise<OpenSeat | undefined>;

export async function myLearning(
  parts: Parts,
  openSeat: OpenByToken,
  signedIn: SignedIn,
  locale: Locale,
): Promise<MyLearning> {
  const { ground } = parts;
  const today = civilDate(ground.now());
  const own = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminars = new Map((await selectSeminars(trx)).map((seminar) => [seminar.id, seminar]));
    const rows = await trx
      .selectFrom('seminars.registration')
      .select(['id', 'seminar_id', 'state'])
      .where('person_id', '=', signedIn.person.id)
      .execute();
    const certificates = await trx
      .selectFrom('seminars.certificate')
      .select(['registration_id', 'code'])
      .where('person_id', '=', signedIn.person.id)
      .where('revoked_at', 'is', null)
      .execute();
    return rows.flatMap((row) => {
      const seminar = seminars.get(row.seminar_id);
      const certificate = certificates.find((one) => one.registration_id === row.id)?.code;
      return seminar ? [{ id: row.id, seminar, state: row.state as RegistrationState, certificate }] : [];
    });
  });
  const seats: OwnSeat[] = [];
  for (const { id, seminar, state, certificate } of own) {
    const token = seatToken(ground.secrets.tokenKey, id);
    seats.push({
      seminar,
      state,
      token,
      certificate,
      links: (await openSeat(token, locale))?.links ?? [],
      isPast: seminar.endsOn < today,
    });
  }
  return {
    seats: seats.sort((a, b) => (a.seminar.startsOn < b.seminar.startsOn ? 1 : -1)),
    profile: await ownProfile(parts, signedIn),
    plans: await ownPlans(parts, signedIn),
    answers: await plansToAnswer(parts, signedIn),
  };
}
