/** The arithmetic of seats, without I/O: what is free, who is next, and why nobody was offered. Migration 0022 counts the same way. */
import type { RegistrationState } from '../seminar.ts';
import { isHeld } from './seat-steps.ts';

export type Taken = {
  readonly id: string;
  readonly unitId: number;
  readonly kind: string;
  readonly state: RegistrationState;
  readonly fromPool: boolean;
  /** Order of arrival; undefined before the request was decided. */
  readonly arrivalNo: number | undefined;
};

export type Room = {
  readonly seats: number;
  /** Most seats of each kind; undefined: only the whole number limits it. */
  readonly kinds: readonly { readonly code: string; readonly seats: number | undefined }[];
  readonly quotas: readonly { readonly unitId: number; readonly kind: string; readonly seats: number }[];
  /** From the day of release quotas hold nothing back. */
  readonly isReleased: boolean;
};

const held = (taken: readonly Taken[], kind?: string) =>
  taken.filter((one) => isHeld(one.state) && (kind === undefined || one.kind === kind)).length;

/** Seats of a centre's quota that it has taken. */
export const usedOfQuota = (taken: readonly Taken[], unitId: number, kind: string) =>
  taken.filter((one) => isHeld(one.state) && !one.fromPool && one.unitId === unitId && one.kind === kind)
    .length;

/** Seats kept for centres that have not used their quota yet. */
export function reserved(room: Room, taken: readonly Taken[], kind?: string): number {
  if (room.isReleased) return 0;
  return room.quotas
    .filter((quota) => kind === undefined || quota.kind === kind)
    .reduce((sum, quota) => sum + Math.max(0, quota.seats - usedOfQuota(taken, quota.unitId, quota.kind)), 0);
}

/** Common seats free for a kind. */
export function poolFree(room: Room, taken: readonly Taken[], kind: string): number {
  const most = room.kinds.find(({ code }) => code === kind)?.seats ?? Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    Math.min(
      room.seats - held(taken) - reserved(room, taken),
      most - held(taken, kind) - reserved(room, taken, kind),
    ),
  );
}

/** Seats of the centre's own quota that are free. */
export function quotaFree(room: Room, taken: readonly Taken[], unitId: number, kind: string): number {
  const quota = room.quotas.find((one) => one.unitId === unitId && one.kind === kind);
  if (room.isReleased || !quota) return 0;
  const most = room.kinds.find(({ code }) => code === kind)?.seats ?? Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    Math.min(
      quota.seats - usedOfQuota(taken, unitId, kind),
      room.seats - held(taken),
      most - held(taken, kind),
    ),
  );
}

const queue = (taken: readonly Taken[]) =>
  taken
    .filter(({ state }) => state === 'waitlisted')
    .sort((a, b) => (a.arrivalNo ?? Infinity) - (b.arrivalNo ?? Infinity));

/** Where a request decided now would go. */
export function placeOf(
  room: Room,
  taken: readonly Taken[],
  asked: Pick<Taken, 'unitId' | 'kind'>,
): { readonly state: 'confirmed' | 'waitlisted'; readonly fromPool: boolean } {
  if (quotaFree(room, taken, asked.unitId, asked.kind) > 0) return { state: 'confirmed', fromPool: false };
  const passesNobody = queue(taken).every(({ kind }) => poolFree(room, taken, kind) === 0);
  if (poolFree(room, taken, asked.kind) > 0 && passesNobody) return { state: 'confirmed', fromPool: true };
  return { state: 'waitlisted', fromPool: false };
}

/** Whom the free seats go to, in order; each with whether it is a common seat. */
export function nextOffers(
  room: Room,
  taken: readonly Taken[],
): readonly { readonly id: string; readonly fromPool: boolean }[] {
  let now = taken;
  const offers: { id: string; fromPool: boolean }[] = [];
  for (const waiting of queue(taken)) {
    const own = quotaFree(room, now, waiting.unitId, waiting.kind) > 0;
    if (!own && poolFree(room, now, waiting.kind) === 0) continue;
    offers.push({ id: waiting.id, fromPool: !own });
    now = now.map((one) => (one.id === waiting.id ? { ...one, state: 'offered', fromPool: !own } : one));
  }
  return offers;
}

export type WhyNoOffer =
  | { readonly code: 'nobody-waits' }
  | { readonly code: 'not-published' }
  | { readonly code: 'begun' }
  | { readonly code: 'switched-off'; readonly free: number }
  | { readonly code: 'all-taken'; readonly offered: number }
  /** Seats are free, but kept for centres until the day of release (undefined: until the seminar). */
  | { readonly code: 'kept-for-centres'; readonly kept: number; readonly until: string | undefined }
  | { readonly code: 'kind-full'; readonly kinds: readonly string[] }
  | { readonly code: 'due'; readonly free: number };

/** Why the first who waits has not been offered a seat: shown to organisers, because silence looks like a fault. */
export function whyNoOffer(
  room: Room,
  taken: readonly Taken[],
  facts: {
    readonly isPublished: boolean;
    readonly hasBegun: boolean;
    readonly isAutomatic: boolean;
    readonly releaseOn: string | undefined;
  },
): WhyNoOffer {
  const waiting = queue(taken);
  if (waiting.length === 0) return { code: 'nobody-waits' };
  if (!facts.isPublished) return { code: 'not-published' };
  if (facts.hasBegun) return { code: 'begun' };
  const next = nextOffers(room, taken);
  if (next.length > 0)
    return facts.isAutomatic
      ? { code: 'due', free: next.length }
      : { code: 'switched-off', free: next.length };
  if (held(taken) >= room.seats)
    return { code: 'all-taken', offered: taken.filter(({ state }) => state === 'offered').length };
  const kept = reserved(room, taken);
  if (kept > 0 && room.seats - held(taken) - kept <= 0)
    return { code: 'kept-for-centres', kept, until: facts.releaseOn };
  return { code: 'kind-full', kinds: [...new Set(waiting.map(({ kind }) => kind))] };
}
