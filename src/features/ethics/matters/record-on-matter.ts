/** Records a finding, a measure or a handover on a breach of ethics: codes and days alone; reasons are sealed in the case. */
import { z } from 'zod';
import { type CaseStanding, findStanding } from '#features/cases/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type EthicsRefusal, type Outcome, refused } from '../outcome.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { roleIn } from '../standing.ts';
import { matterRoles } from './matter.policies.ts';
import { selectFinding } from './matter.queries.ts';
import { findings } from './matter.ts';
import { whyNot } from './matter-rules.ts';

const day = z.iso.date();
const common = { id: z.uuid(), caseId: z.uuid() };
const finding = z.object({
  ...common,
  finding: z.enum(findings),
  standards: z.array(z.string().max(40)).max(20),
});
const measure = z.object({ ...common, measure: z.string().max(40), takenOn: day });
const noMeasure = z.object({ ...common, reason: z.string().max(40) });
const handover = z.object({
  ...common,
  /** Number of an ordinary case of the centre, or else of the letter to the personnel unit. */
  toNumber: z.string().trim().max(40).default(''),
  letter: z.string().trim().max(100).default(''),
  handedOn: day,
});
export type NewFinding = z.input<typeof finding>;
export type NewMeasure = z.input<typeof measure>;
export type NewNoMeasure = z.input<typeof noMeasure>;
export type NewHandover = z.input<typeof handover>;

/** Refusals: `malformed`, `not-found`, `forbidden`, `wrong-stage`. */
export function recordFinding(
  parts: Parts,
  signedIn: SignedIn,
  input: NewFinding,
): Promise<Outcome<{ id: string }>> {
  const parsed = finding.safeParse(input);
  if (!parsed.success) return Promise.resolve(refused('malformed'));
  const said = parsed.data;
  return onBreach(parts, signedIn, said, 'finding', async (trx, found, now) => {
    const standards = said.finding === 'breach' ? [...new Set(said.standards)] : [];
    const known = await codesInForce(trx, 'standard', civilDate(now));
    if ((said.finding === 'breach') !== standards.length > 0 || standards.some((code) => !known.has(code)))
      return 'malformed';
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('ethics.finding')
      .values({
        id: said.id,
        case_id: found.id,
        finding: said.finding,
        standards,
        found_by: signedIn.person.id,
        found_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return {
      isNew: numInsertedOrUpdatedRows === 1n,
      act: 'ethics.finding',
      facts: { finding: said.finding },
    };
  });
}

/** Refusals as above; `in-the-future` for a day that has not come. */
export function recordMeasure(
  parts: Parts,
  signedIn: SignedIn,
  input: NewMeasure,
): Promise<Outcome<{ id: string }>> {
  const parsed = measure.safeParse(input);
  if (!parsed.success) return Promise.resolve(refused('malformed'));
  const said = parsed.data;
  return onBreach(parts, signedIn, said, 'measure', async (trx, found, now) => {
    if (said.takenOn > civilDate(now)) return 'in-the-future';
    const version = (await codesInForce(trx, 'measure', civilDate(now))).get(said.measure);
    if (version === undefined) return 'malformed';
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('ethics.measure')
      .values({
        id: said.id,
        case_id: found.id,
        measure: said.measure,
        measure_version: version,
        taken_on: said.takenOn,
        recorded_by: signedIn.person.id,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return {
      isNew: numInsertedOrUpdatedRows === 1n,
      act: 'ethics.measure',
      facts: { measure: said.measure },
    };
  });
}

/** That no measure was taken, and why: what closing asks for in its place. Refusals: `malformed`, `not-found`, `forbidden`, `wrong-stage`. */
export function recordNoMeasure(
  parts: Parts,
  signedIn: SignedIn,
  input: NewNoMeasure,
): Promise<Outcome<{ id: string }>> {
  const parsed = noMeasure.safeParse(input);
  if (!parsed.success) return Promise.resolve(refused('malformed'));
  const said = parsed.data;
  return onBreach(parts, signedIn, said, 'no-measure', async (trx, found, now) => {
    const version = (await codesInForce(trx, 'no-measure', civilDate(now))).get(said.reason);
    if (version === undefined) return 'malformed';
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('ethics.no_measure')
      .values({
        id: said.id,
        case_id: found.id,
        reason: said.reason,
        reason_version: version,
        recorded_by: signedIn.person.id,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return {
      isNew: numInsertedOrUpdatedRows === 1n,
      act: 'ethics.no-measure',
      facts: { reason: said.reason },
    };
  });
}

/** Refusals as above; `unknown-case` when she does not work on a case of that number too, `already-linked`. */
export function handOver(
  parts: Parts,
  signedIn: SignedIn,
  input: NewHandover,
): Promise<Outcome<{ id: string }>> {
  const parsed = handover.safeParse(input);
  if (!parsed.success || (parsed.data.toNumber === '') === (parsed.data.letter === ''))
    return Promise.resolve(refused('malformed'));
  const said = parsed.data;
  return onBreach(parts, signedIn, said, 'handover', async (trx, found, now) => {
    if (said.handedOn > civilDate(now)) return 'in-the-future';
    const to =
      said.toNumber === ''
        ? undefined
        : await findStanding(trx, { unitId: found.unitId, number: said.toNumber.toUpperCase() });
    if (said.toNumber !== '' && to?.matter !== 'corruption') return 'unknown-case';
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('ethics.handover')
      .values({
        id: said.id,
        case_id: found.id,
        to_case: to?.id ?? null,
        letter: to ? null : said.letter,
        handed_on: said.handedOn,
        handed_by: signedIn.person.id,
        handed_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const isNew = numInsertedOrUpdatedRows === 1n;
    const same = await trx
      .selectFrom('ethics.handover')
      .select('id')
      .where('id', '=', said.id)
      .executeTakeFirst();
    if (!isNew && !same) return 'already-linked';
    // Which case, the ledger does not say: each of the two is read by others.
    return { isNew, act: 'ethics.handed-over', facts: { to: to ? 'case' : 'personnel' } };
  });
}

type Noted = {
  readonly isNew: boolean;
  readonly act: string;
  readonly facts: { readonly [key: string]: string };
};

/** Finds the matter, asks who may and whether it is time, does it, and records it once. */
function onBreach(
  { ground }: Parts,
  signedIn: SignedIn,
  { id, caseId }: { readonly id: string; readonly caseId: string },
  what: Parameters<typeof whyNot>[0],
  act: (trx: InTransaction, found: CaseStanding, now: Date) => Promise<Noted | EthicsRefusal>,
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const found = await findStanding(trx, { id: caseId });
    if (found?.matter !== 'ethics-breach') return refused('not-found');
    const role = roleIn(matterRoles, signedIn.appointments, found.unitId);
    if (!role) return refused('forbidden');
    const problem = whyNot(what, {
      stage: found.stage,
      finding: (await selectFinding(trx, caseId))?.finding,
    });
    if (problem) return refused(problem);
    const noted = await act(trx, found, now);
    if (typeof noted === 'string') return refused(noted);
    if (noted.isNew)
      await recordAct(trx, {
        act: noted.act,
        object: 'case',
        id: caseId,
        unit: signedIn.appointments.find(({ unitId }) => unitId === found.unitId)!.unitCode,
        role,
        at: now.toISOString(),
        facts: noted.facts,
      });
    return done({ id });
  });
}

/** Codes of a list in force on the day, with their versions. */
async function codesInForce(
  trx: InTransaction,
  list: 'standard' | 'measure' | 'no-measure',
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = inForce(await selectChoices(trx, list), today, ({ code }) => code);
  return new Map(rows.map(({ code, version }) => [code, version]));
}
