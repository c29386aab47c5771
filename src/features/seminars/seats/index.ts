/** Seats of seminars: who is sent by which centre, who holds a seat, who waits. What pages and other features may use. */
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type OpenSeat, openSeat } from './open-seat.ts';

export type { OpenSeat } from './open-seat.ts';

export type Seats = {
  /** By the part of the participant's link after `/seat/`; undefined for one that was not made here. */
  readonly open: (token: string, locale: Locale) => Promise<OpenSeat | undefined>;
};

export function createSeats(ground: Ground, network: Network): Seats {
  return {
    open: (token, locale) => openSeat({ ground, network }, token, locale),
  };
}
