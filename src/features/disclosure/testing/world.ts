/** For tests only: the ministry, two provinces and an auditor; answers of a province taken as far as asked. */
import { randomUUID } from 'node:crypto';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import type { Outside } from '#main/app.ts';
import { createTestApp } from '#main/testing/test-app.ts';
import type { AnswerStep } from '../answers/answer.ts';
import type { AnswerInput } from '../answers/save-answer.ts';

export type DisclosureWorld = Awaited<ReturnType<typeof createDisclosureWorld>>;

/** 25 November 2026: fiscal year 2570, whose items nobody has brought yet. */
export const today = new Date('2026-11-25T03:00:00Z');

export async function createDisclosureWorld(outside: Outside = {}) {
  const world = await createTestApp(outside);
  world.setNow(today);
  const officers = {
    planner: await anOfficer(world.db, 'MOI', ['planner']),
    head: await anOfficer(world.db, 'MOI', ['head']),
    auditor: await anOfficer(world.db, 'MOI', ['auditor']),
    administrator: await anOfficer(world.db, 'MOI', ['administrator']),
    chiangMai: await anOfficer(world.db, 'TH-50', ['planner']),
    chiangMaiCases: await anOfficer(world.db, 'TH-50', ['case-officer']),
    phuket: await anOfficer(world.db, 'TH-83', ['planner']),
  };
  const centres = await world.app.network.listCentres(today);
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
  const { disclosure } = world.app;

  const anAnswer = (itemCode: string, change: Partial<AnswerInput> = {}): AnswerInput => ({
    id: randomUUID(),
    unitCode: 'TH-50',
    fiscalYear: 2569,
    itemCode,
    baseRevision: 0,
    asOf: '2026-10-01',
    ticked: [1, 2, 3, 4, 5],
    selfScore: '๙๐',
    owner: 'กลุ่มงานจริยธรรม',
    note: '',
    ...change,
  });
  const step = async (officer: TestOfficer, answerId: string, what: AnswerStep, words = '') =>
    disclosure.step(await as(officer), { id: randomUUID(), answerId, step: what, words });

  /** Chiang Mai's answer to an item of 2569 with one link, ready if asked. */
  const answered = async (itemCode: string, until: 'preparing' | 'ready' = 'preparing') => {
    const signedIn = await as(officers.chiangMai);
    const answer = anAnswer(itemCode);
    must(await disclosure.save(signedIn, answer));
    const link = { id: randomUUID(), answerId: answer.id, url: 'https://chiangmai.example/ethics' };
    must(await disclosure.addLink(signedIn, { ...link, format: 'page' }));
    if (until === 'ready') must(await step(officers.chiangMai, answer.id, 'ready'));
    return answer;
  };
  const clear = async () => {
    for (const table of ['answer_step', 'link', 'answer', 'check_run', 'publication'] as const)
      await world.db.owner.deleteFrom(`disclosure.${table}`).execute();
  };
  return { ...world, ...officers, disclosure, unit, as, anAnswer, step, answered, clear };
}

export function must(outcome: {
  readonly ok: boolean;
  readonly code?: string;
  readonly fields?: unknown;
}): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.fields ?? '')}`);
}
