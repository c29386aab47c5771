/** The organiser's live picture of a seminar's seats: by kind, by centre, who waits and why nobody is offered one. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import {
  type Registered,
  type SeatKind,
  type SeatSettings,
  selectKinds,
  selectQuotas,
  selectRegistered,
  selectSettings,
} from './seat.queries.ts';
import {
  poolFree,
  type Room,
  reserved,
  type Taken,
  usedOfQuota,
  type WhyNoOffer,
  whyNoOffer,
} from './seat-rules.ts';
import { isHeld } from './seat-steps.ts';

export type Counts = {
  readonly quota: number;
  readonly confirmed: number;
  readonly offered: number;
  readonly approved: number;
  readonly nominated: number;
  readonly waiting: number;
};
export type CentreSeats = Counts & {
  readonly unitId: number;
  readonly code: string;
  readonly kind: Centre['kind'];
  readonly nameTh: string;
  readonly nameEn: string;
  /** Seats of the quota that nobody has taken yet. */
  readonly unused: number;
};
export type SeatsOverview = {
  readonly seminar: Seminar;
  readonly settings: SeatSettings;
  readonly kinds: readonly (SeatKind & Counts & { readonly free: number })[];
  readonly centres: readonly CentreSeats[];
  readonly total: Counts & { readonly seats: number; readonly kept: number; readonly free: number };
  readonly why: WhyNoOffer;
  readonly isReleased: boolean;
  /** Offers that wait for an answer, the soonest to end first. */
  readonly offers: readonly (Pick<Registered, 'id' | 'prefixTh' | 'nameTh' | 'unitId'> & {
    readonly until: Date;
  })[];
  /** The first in the queue. */
  readonly queue: readonly Pick<Registered, 'id' | 'prefixTh' | 'nameTh' | 'unitId' | 'kind'>[];
};

type Parts = { readonly ground: Ground; readonly network: Network };

/** Undefined for whoever does not organise the seminar. */
export async function seatsOverview(
  { ground, network }: Parts,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SeatsOverview | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const [settings, kinds, quotas, rows] = [
      await selectSettings(trx, seminarId),
      await selectKinds(trx, seminarId),
      await selectQuotas(trx, seminarId),
      await selectRegistered(trx, seminarId, {}, { limit: 100_000 }),
    ];
    const isReleased = seminar.releaseOn !== undefined && civilDate(now) >= seminar.releaseOn;
    const room: Room = { seats: seminar.seats, kinds, quotas, isReleased };
    const count = (
      which: (one: Taken & { kind: string; unitId: number }) => boolean,
    ): Omit<Counts, 'quota'> => {
      const those = rows.filter(which);
      const of = (state: Taken['state']) => those.filter((one) => one.state === state).length;
      return {
        confirmed: of('confirmed'),
        offered: of('offered'),
        approved: of('approved'),
        nominated: of('nominated'),
        waiting: of('waitlisted'),
      };
    };
    const quotaOf = (which: (quota: Room['quotas'][number]) => boolean) =>
      quotas.filter(which).reduce((sum, { seats }) => sum + seats, 0);
    const kept = reserved(room, rows);
    return {
      seminar,
      settings,
      isReleased,
      kinds: kinds.map((kind) => ({
        ...kind,
        quota: quotaOf((quota) => quota.kind === kind.code),
        ...count((one) => one.kind === kind.code),
        free: poolFree(room, rows, kind.code),
      })),
      centres: centres
        .filter(
          ({ id }) => quotas.some(({ unitId }) => unitId === id) || rows.some(({ unitId }) => unitId === id),
        )
        .map(({ id, code, kind, nameTh, nameEn }) => ({
          unitId: id,
          code,
          kind,
          nameTh,
          nameEn,
          quota: quotaOf(({ unitId }) => unitId === id),
          ...count(({ unitId }) => unitId === id),
          unused: quotas
            .filter(({ unitId }) => unitId === id)
            .reduce((sum, quota) => sum + Math.max(0, quota.seats - usedOfQuota(rows, id, quota.kind)), 0),
        })),
      total: {
        seats: seminar.seats,
        quota: quotaOf(() => true),
        ...count(() => true),
        kept,
        free: Math.max(0, seminar.seats - rows.filter(({ state }) => isHeld(state)).length - kept),
      },
      why: whyNoOffer(room, rows, {
        isPublished: seminar.state === 'published',
        hasBegun: civilDate(now) >= seminar.startsOn,
        isAutomatic: settings.offersAutomatic,
        releaseOn: seminar.releaseOn,
      }),
      offers: rows
        .filter(({ state }) => state === 'offered')
        .map(({ id, prefixTh, nameTh, unitId, offerUntil }) => ({
          id,
          prefixTh,
          nameTh,
          unitId,
          until: offerUntil!,
        }))
        .sort((a, b) => a.until.getTime() - b.until.getTime()),
      queue: rows
        .filter(({ state }) => state === 'waitlisted')
        .slice(0, 10)
        .map(({ id, prefixTh, nameTh, unitId, kind }) => ({ id, prefixTh, nameTh, unitId, kind })),
    };
  });
}
