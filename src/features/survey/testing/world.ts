/** For tests only: a ministry and two provinces that survey their staff, at the beginning of fiscal year 2570. */
import { randomUUID } from 'node:crypto';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { NewRound } from '../open-round.ts';
import type { Answer } from '../survey.ts';
import { anAnswer } from './draw.ts';

export type SurveyWorld = Awaited<ReturnType<typeof createSurveyWorld>>;

export const today = new Date('2026-11-25T03:00:00Z');

export async function createSurveyWorld() {
  const world = await createTestApp();
  world.setNow(today);
  const people = {
    planner: await anOfficer(world.db, 'MOI', ['planner']),
    auditor: await anOfficer(world.db, 'MOI', ['auditor']),
    head: await anOfficer(world.db, 'TH-50', ['head']),
    clerk: await anOfficer(world.db, 'TH-50', ['case-officer']),
    otherHead: await anOfficer(world.db, 'TH-83', ['head']),
  };
  const centres = await world.app.network.listCentres(today);
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const sessions = new Map(
    await Promise.all(
      Object.values(people).map(
        async ({ id, cookie }) => [id, (await world.app.network.findSession(cookie))!] as const,
      ),
    ),
  );
  const as = (who: TestOfficer) => sessions.get(who.id)!;
  const inSql = <T>(who: TestOfficer, work: (trx: InTransaction) => Promise<T>) =>
    actingAs(world.db.asOfficer, as(who).actor, work);
  const { survey } = world.app;
  const aRound = (change: Partial<NewRound> = {}): NewRound => ({
    id: randomUUID(),
    unitId: unit('TH-50'),
    fiscalYear: 2570,
    opensOn: '2026-11-20',
    closesOn: '2026-12-20',
    entitledNote: 'ผู้ปฏิบัติงานทุกคน',
    entitled: { Y1: 40, Y5: 40, Y10: 40, Y11: 40 },
    ...change,
  });
  const opened = async (change: Partial<NewRound> = {}, who = people.head) => {
    const round = aRound(change);
    must(await survey.open(as(who), round));
    return round.id;
  };
  /** Codes of a sheet for the round. */
  const codes = async (roundId: string, count: number, who = people.head) => {
    const outcome = await survey.printCodes(as(who), { id: randomUUID(), roundId, codes: count });
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.codes;
  };
  const chiangMai = { code: 'TH-50', fiscalYear: 2570 };
  const send = (key: string, answer: Answer = anAnswer(), of = chiangMai) => survey.send(of, { key, answer });
  const closed = async (roundId: string, who = people.head) => {
    must(await survey.step(as(who), { roundId, step: 'close' }));
    await world.runJobs(['survey.count']);
  };
  /** The next test begins without rounds. */
  const clear = async () => {
    for (const table of [
      'result',
      'result_group',
      'remark',
      'returned',
      'tally',
      'arrival',
      'spent',
      'fresh_spent',
      'code',
      'sheet',
      'issued',
      'entitled',
      'round',
    ] as const)
      await world.db.owner.deleteFrom(`survey.${table}`).execute();
  };
  return {
    ...world,
    ...people,
    survey,
    unit,
    as,
    inSql,
    aRound,
    opened,
    codes,
    send,
    closed,
    clear,
    chiangMai,
  };
}

export function must(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
}
