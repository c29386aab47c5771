/** A gift as a page shows it: from its row, the rules it was judged by, and the names of people. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { explainDueDate, type Holidays } from '#platform/calendar/counting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Choice, GiftRule } from '../rules/rule.ts';
import { centreName, roleIn } from '../standing.ts';
import { giftPolicies } from './gift.policies.ts';
import type { GiftRow } from './gift.queries.ts';
import type { Clock, Decision, GiftKind, GiftLine, GiftView, Verdict } from './gift.ts';
import { isLate, stateOf } from './gift-rules.ts';

export type Around = {
  readonly signedIn: SignedIn;
  readonly centres: readonly Centre[];
  readonly nameOf: (personId: string) => string;
  readonly locale: Locale;
  readonly now: Date;
};

export function presentLine(row: GiftRow, { signedIn, centres, nameOf, locale, now }: Around): GiftLine {
  const decision = (row.decision as Decision | null) ?? undefined;
  const decidedOn = row.decided_at ? civilDate(row.decided_at) : undefined;
  return {
    id: row.id,
    kind: row.kind as GiftKind,
    unitName: centreName(
      centres.find(({ id }) => id === row.unit_id),
      locale,
    ),
    reporter: nameOf(row.reported_by),
    isOwn: row.reported_by === signedIn.person.id,
    receivedOn: row.received_on,
    reportedAt: row.reported_at,
    item: row.item,
    giver: row.giver,
    valueBaht: row.value_baht,
    verdict: row.verdict as Verdict,
    state: stateOf(row.verdict as Verdict, decision, row.done_on !== null),
    decision,
    decideDueOn: row.decide_due_on ?? undefined,
    isLate: isLate(row.decide_due_on ?? undefined, decidedOn, civilDate(now)),
    isMineToDecide: row.is_mine_to_decide,
  };
}

type Rules = {
  readonly rules: readonly GiftRule[];
  readonly choices: readonly Choice[];
  readonly holidays: Holidays;
};

export function presentGift(row: GiftRow, around: Around, { rules, choices, holidays }: Rules): GiftView {
  const { signedIn, nameOf, now } = around;
  const line = presentLine(row, around);
  const relation = choices.find(
    ({ code, version }) => code === row.relation && version === row.relation_version,
  );
  const rule = (code: GiftRule['code'], version: number) =>
    rules.find((one) => one.code === code && one.version === version)!;
  const clock = (
    code: 'REPORT' | 'DECIDE',
    version: number,
    from: string,
    due: string | null,
    metOn: string | undefined,
  ): Clock | undefined => {
    if (due === null) return undefined;
    const { amount, unit, basisTh, basisEn, status } = rule(code, version);
    const counted = explainDueDate(
      asCivilDate(from),
      { days: amount, unit: unit === 'working' ? 'working' : 'calendar' },
      holidays,
    );
    return {
      from,
      days: amount,
      unit: unit === 'working' ? 'working' : 'calendar',
      lastDay: counted.lastDay,
      due,
      metOn,
      isLate: isLate(due, metOn, civilDate(now)),
      basisTh,
      basisEn,
      status,
    };
  };
  const reportedOn = civilDate(row.reported_at);
  const decidedOn = row.decided_at ? civilDate(row.decided_at) : undefined;
  const keeps = roleIn(giftPolicies.keep, signedIn.appointments, row.unit_id) !== undefined;
  return {
    ...line,
    relationTh: relation?.nameTh ?? row.relation,
    relationEn: relation?.nameEn ?? row.relation,
    relationBasisTh: relation?.basisTh ?? '',
    relationBasisEn: relation?.basisEn ?? '',
    occasion: row.occasion,
    reason: row.reason,
    limitBaht: rule('LIMIT', row.limit_version).amount,
    hasPicture: row.picture_id !== null,
    reportClock: clock('REPORT', row.report_version, row.received_on, row.report_due_on, reportedOn),
    decideClock: clock('DECIDE', row.decide_version, reportedOn, row.decide_due_on, decidedOn),
    decided:
      row.decided_by === null
        ? undefined
        : { by: nameOf(row.decided_by), at: row.decided_at!, reasons: row.reasons! },
    disposed:
      row.recorded_by === null
        ? undefined
        : {
            by: nameOf(row.recorded_by),
            on: row.done_on!,
            note: row.note!,
            isPdf: row.proof_type === 'application/pdf',
          },
    mayDispose: line.state === 'to-dispose' && (line.isOwn || keeps),
  };
}
