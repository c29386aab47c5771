/** The way of a seat as data: which step leads where, and whose step it is. The database's `seat_step` says the same. */
import type { RegistrationState } from '../seminar.ts';

export const seatSteps = [
  'approve',
  'reject',
  'place',
  'accept',
  'decline',
  'lapse',
  'withdraw',
  'requeue',
  'substitute',
] as const;
export type SeatStep = (typeof seatSteps)[number];

/** The person herself; who nominated her; the head of her centre; the organisers; the program. */
export type Side = 'holder' | 'nominator' | 'sender-head' | 'host' | 'program';

type Rule = {
  readonly step: SeatStep;
  readonly from: RegistrationState;
  /** For `place` and `requeue` the arithmetic of seats decides between confirmed and waitlisted. */
  readonly to: RegistrationState;
  readonly sides: readonly Side[];
};

const centre: readonly Side[] = ['sender-head', 'host'];
const anybody: readonly Side[] = ['holder', ...centre];
const substitute = (from: RegistrationState): Rule => ({
  step: 'substitute',
  from,
  to: 'substituted',
  sides: centre,
});
const withdraw = (from: RegistrationState, sides = anybody): Rule => ({
  step: 'withdraw',
  from,
  to: 'withdrawn',
  sides,
});

export const seatRules: readonly Rule[] = [
  { step: 'approve', from: 'nominated', to: 'approved', sides: centre },
  { step: 'reject', from: 'nominated', to: 'rejected', sides: centre },
  { step: 'reject', from: 'approved', to: 'rejected', sides: ['host'] },
  { step: 'reject', from: 'waitlisted', to: 'rejected', sides: ['host'] },
  { step: 'place', from: 'approved', to: 'confirmed', sides: ['host'] },
  { step: 'accept', from: 'offered', to: 'confirmed', sides: ['holder', 'host'] },
  { step: 'decline', from: 'offered', to: 'declined', sides: ['holder', 'host'] },
  { step: 'lapse', from: 'offered', to: 'released', sides: ['host', 'program'] },
  withdraw('nominated', ['holder', 'nominator', ...centre]),
  withdraw('approved'),
  withdraw('waitlisted'),
  withdraw('offered'),
  withdraw('confirmed'),
  { step: 'requeue', from: 'released', to: 'waitlisted', sides: centre },
  { step: 'requeue', from: 'declined', to: 'waitlisted', sides: centre },
  { step: 'requeue', from: 'withdrawn', to: 'waitlisted', sides: ['host'] },
  substitute('nominated'),
  substitute('approved'),
  substitute('waitlisted'),
  substitute('offered'),
  substitute('confirmed'),
];

/** Steps that these sides may take from a state; what pages show buttons by. */
export function openSteps(from: RegistrationState, sides: readonly Side[]): readonly SeatStep[] {
  return seatRules
    .filter((rule) => rule.from === from && rule.sides.some((side) => sides.includes(side)))
    .map(({ step }) => step);
}

/** States in which a registration still leads to a seat, so that the same person is not named twice. */
export const activeStates = ['nominated', 'approved', 'confirmed', 'waitlisted', 'offered'] as const;
/** States that take a seat. */
export const heldStates = ['confirmed', 'offered'] as const;
export const isActive = (state: RegistrationState) =>
  (activeStates as readonly RegistrationState[]).includes(state);
export const isHeld = (state: RegistrationState) =>
  (heldStates as readonly RegistrationState[]).includes(state);

/** The participant's own steps, through her link. */
export const holderSteps = ['accept', 'decline', 'withdraw'] as const;
export type HolderStep = (typeof holderSteps)[number];
