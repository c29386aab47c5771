/**
 * Fees of speakers by the regulation on training: what is proposed for a programme, and what a claim exceeds.
 * Pure; the values come from rows of `seminars.money_rule`.
 */

import type { TrainingType } from '../projects/project.ts';
import {
  type CheckedPart,
  type Claim,
  type FeeLine,
  type FeeOf,
  type FeePart,
  type Finding,
  type MoneyCode,
  type MoneyRule,
  type PaidKind,
  paidKinds,
} from './money.ts';

/** The version of each rule in force on a day (a civil date). */
export function rulesOn(rules: readonly MoneyRule[], day: string): ReadonlyMap<MoneyCode, MoneyRule> {
  return new Map(
    rules
      .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day < validTo))
      .map((rule) => [rule.code, rule]),
  );
}
export type RulesInForce = ReturnType<typeof rulesOn>;

/**
 * Hours that may be claimed for so many minutes: full clock hours, and a rest of at least 50 minutes as one more, of
 * at least 25 as half of one. A morning of three hours is three, although it holds more than three times 50 minutes.
 */
export function hoursFor(minutes: number, full: number, half: number): number {
  const whole = Math.floor(minutes / 60);
  const rest = minutes - whole * 60;
  return whole + (rest >= full ? 1 : rest >= half ? 0.5 : 0);
}

const isPaidKind = (kind: string): kind is PaidKind => (paidKinds as readonly string[]).includes(kind);
const minutesOf = ({ startsAt, endsAt }: FeePart) => (endsAt.getTime() - startsAt.getTime()) / 60_000;
/** Whole satang. */
export const money = (baht: number) => Math.round(baht * 100) / 100;

/** Codes of rules that checking a part of this training needs. */
export function neededRules(parts: readonly FeePart[], training: TrainingType): readonly MoneyCode[] {
  const codes = parts
    .filter(({ kind, speakers }) => isPaidKind(kind) && speakers.length > 0)
    .flatMap(({ kind, speakers }): MoneyCode[] => [
      `paid-${kind as PaidKind}`,
      ...speakers.map(({ affiliation }) => `fee-${training}-${affiliation}` as const),
      'minutes-hour',
      'minutes-half-hour',
    ]);
  return [...new Set(codes)];
}

/** What the rules propose: everybody in a part that is paid for, for its hours, at the ceiling. */
export function proposed(part: FeePart, speaker: FeeOf, training: TrainingType, rules: RulesInForce): Claim {
  const full = rules.get('minutes-hour')?.value;
  const half = rules.get('minutes-half-hour')?.value;
  return {
    isPaid: isPaidKind(part.kind),
    hours: full === undefined || half === undefined ? 0 : hoursFor(minutesOf(part), full, half),
    rate: rules.get(`fee-${training}-${speaker.affiliation}`)?.value ?? 0,
  };
}

export function checkPart(part: FeePart, training: TrainingType, rules: RulesInForce): CheckedPart {
  const lines = part.speakers.map((speaker): FeeLine => {
    const proposal = proposed(part, speaker, training, rules);
    const claim = speaker.claim ?? proposal;
    return {
      ...speaker,
      claim,
      proposal,
      amount: claim.isPaid ? money(claim.hours * claim.rate) : 0,
      findings: claim.isPaid ? lineFindings(claim, proposal, speaker, training, rules) : [],
    };
  });
  const { speakers: _speakers, ...facts } = part;
  return {
    ...facts,
    lines,
    findings: partFindings(part, lines, rules),
    amount: money(lines.reduce((sum, { amount }) => sum + amount, 0)),
  };
}

export const isSameClaim = (one: Claim, other: Claim) =>
  one.isPaid === other.isPaid && one.hours === other.hours && one.rate === other.rate;

function lineFindings(
  claim: Claim,
  proposal: Claim,
  speaker: FeeOf,
  training: TrainingType,
  rules: RulesInForce,
): readonly Finding[] {
  const found: Finding[] = [];
  const ceiling = rules.get(`fee-${training}-${speaker.affiliation}`);
  if (ceiling && claim.rate > ceiling.value)
    found.push({ code: 'rate', claimed: claim.rate, allowed: ceiling.value, rule: ceiling });
  const hours = rules.get('minutes-hour');
  if (hours && claim.hours > proposal.hours)
    found.push({ code: 'hours', claimed: claim.hours, allowed: proposal.hours, rule: hours });
  return found;
}

/** How many are paid, over all and in each group. */
function partFindings(part: FeePart, lines: readonly FeeLine[], rules: RulesInForce): readonly Finding[] {
  const paid = lines.filter(({ claim }) => claim.isPaid);
  if (paid.length === 0) return [];
  if (!isPaidKind(part.kind)) {
    // The regulation names the kinds that are paid for, beginning with the lecture.
    const rule = rules.get('paid-lecture');
    return rule ? [{ code: 'kind', claimed: paid.length, allowed: 0, rule }] : [];
  }
  const rule = rules.get(`paid-${part.kind}`);
  if (!rule) return [];
  const allowed = part.kind === 'group-work' ? rule.value * part.groups : rule.value;
  const found: Finding[] = [];
  if (paid.length > allowed) found.push({ code: 'count', claimed: paid.length, allowed, rule });
  if (part.kind !== 'group-work') return found;
  for (const [groupNo, members] of Map.groupBy(paid, (line) => line.groupNo))
    if (groupNo !== undefined && members.length > rule.value)
      found.push({ code: 'group', claimed: members.length, allowed: rule.value, rule, groupNo });
  return found;
}
