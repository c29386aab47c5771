/** The budget of a seminar: its lines, and the fees that follow from its programme, checked against the rules of its day. */
import { createHash } from 'node:crypto';
import type { InTransaction } from '#platform/database/connection.ts';
import { selectKnownSpeakers, selectProgramme } from '../programme/programme.queries.ts';
import { selectProject } from '../projects/project.queries.ts';
import type { Seminar } from '../seminar.ts';
import { type StoredClaim, selectClaims, selectLines, selectRules } from './money.queries.ts';
import type { Budget, BudgetLine, FeePart } from './money.ts';
import { checkPart, money, neededRules, rulesOn } from './money-rules.ts';

/** The same lines or claims give the same mark. */
export const markOf = (rows: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('base64url').slice(0, 16);

export async function readBudget(trx: InTransaction, seminar: Seminar): Promise<Budget> {
  const lines = await selectLines(trx, seminar.id);
  const claims = await selectClaims(trx, seminar.id);
  const training = (await selectProject(trx, seminar.id))?.trainingType ?? 'b';
  const rules = rulesOn(await selectRules(trx), seminar.startsOn);
  const parts = await feeParts(trx, seminar.id, claims);
  const checked = parts.map((part) => checkPart(part, training, rules));
  const feeTotal = money(checked.reduce((sum, { amount }) => sum + amount, 0));
  const lineTotal = money(lines.reduce((sum, { amount }) => sum + amount, 0));
  return {
    lines,
    parts: checked,
    feeTotal,
    lineTotal,
    total: money(feeTotal + lineTotal),
    missingRules: neededRules(parts, training).filter((code) => !rules.has(code)),
    linesMark: linesMark(lines),
    feesMark: markOf(claims),
  };
}

export const linesMark = (lines: readonly Omit<BudgetLine, 'amount'>[]) =>
  markOf(
    lines.map(({ id, category, description, quantity, unit, unitPrice }) => [
      id,
      category,
      description,
      quantity,
      unit,
      unitPrice,
    ]),
  );

/** Parts with speakers, each with what was claimed for her. */
async function feeParts(
  trx: InTransaction,
  seminarId: string,
  claims: readonly StoredClaim[],
): Promise<readonly FeePart[]> {
  const programme = await selectProgramme(trx, seminarId);
  const known = await selectKnownSpeakers(trx, seminarId);
  return programme.slots
    .filter(({ speakers }) => speakers.length > 0)
    .map((slot) => ({
      slotId: slot.id,
      kind: slot.kind,
      titleTh: slot.titleTh,
      titleEn: slot.titleEn,
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      groups: slot.groups,
      speakers: slot.speakers.flatMap(({ speakerId, role, groupNo }) => {
        const speaker = known.find(({ id }) => id === speakerId);
        if (!speaker) return [];
        const claim = claims.find((each) => each.slotId === slot.id && each.speakerId === speakerId);
        return {
          speakerId,
          nameTh: speaker.nameTh,
          nameEn: speaker.nameEn,
          affiliation: speaker.affiliation,
          role,
          groupNo,
          claim: claim && { isPaid: claim.isPaid, hours: claim.hours, rate: claim.rate },
        };
      }),
    }));
}
