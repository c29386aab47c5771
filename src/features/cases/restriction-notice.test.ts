/** Nobody possesses a case unknown to all: who hears of a restriction, and what of it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNotices } from '#features/knowledge/notices/index.ts';
import { toldAtTheTop } from './acts/tell-above.ts';
import { sealRestriction } from './browser/compose.ts';
import { type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const need = () => ({ network: office.network, circulars: { listMentions: async () => [] } });
const restrictions = async ({ signedIn }: Officer) =>
  (await createNotices(office.ground, need()).list(signedIn)).filter(({ kind }) => kind === 'restriction');

async function restrictTo(actor: Officer, colleague: Officer, unitCode: string, topic = 'PROCUREMENT') {
  const report = await office.report(unitCode, { story: { topic } });
  const desk = await office.desk(actor, report.id);
  const persons = [actor, colleague].map(({ signedIn }) => signedIn.person.id);
  const act = { act: 'restrict', id: randomUUID(), revision: desk.revision };
  const sealed = { ...act, ...(await sealRestriction(desk, persons)) };
  expect((await office.act(actor, report.id, sealed)).ok).toBe(true);
  expect(await office.act(actor, report.id, sealed)).toMatchObject({ ok: true, repeated: true });
  return report;
}

test('two officers who take a case to themselves are reported to the head and the overseer of the tier above', async () => {
  const actor = await office.officer('TH-50', 'case-officer');
  const colleague = await office.officer('TH-50', 'case-officer');
  const ownCentre = [
    colleague,
    await office.officer('TH-50', 'head'),
    await office.officer('TH-50', 'overseer'),
  ];
  const head = await office.officer('MOI', 'head');
  const overseer = await office.officer('MOI', 'overseer');
  const others = [await office.officer('MOI', 'case-officer'), await office.officer('TH-57', 'head')];
  const report = await restrictTo(actor, colleague, 'TH-50');

  const [told] = await restrictions(head);
  expect(told!.titleTh).toContain(report.number);
  expect(told!.titleTh).toContain('เชียงใหม่');
  expect(told!.titleEn).toContain('Chiang Mai');
  expect(told!.titleEn).toContain('2026');
  expect(JSON.stringify(told)).not.toMatch(/PROCUREMENT|จัดซื้อ/);
  expect(told!.href).toBe(`/office/cases/${report.id}`);
  const opened = await office.view(head, report.id);
  expect([opened.header.number, opened.matter, opened.may]).toEqual([report.number, undefined, []]);
  // An overseer opens no case, so no address leads her to a page that is not there.
  expect(await restrictions(overseer)).toMatchObject([{ titleTh: told!.titleTh, href: undefined }]);
  for (const officer of [...ownCentre, ...others]) expect(await restrictions(officer)).toEqual([]);
});

test('of a matter of ethics nobody above is told: the tier above sees no row of it', async () => {
  const keeper = await office.officer('TH-50', 'ethics-officer');
  const colleague = await office.officer('TH-50', 'ethics-officer');
  const above = [await office.officer('MOI', 'head'), await office.officer('MOI', 'overseer')];
  const counts = async () => Promise.all(above.map(async (who) => (await restrictions(who)).length));
  const before = await counts();
  await restrictTo(keeper, colleague, 'TH-50', 'ETHICS_BREACH');
  expect(await counts()).toEqual(before);
});

test('at the ministry, a head who is left out hears nothing; those who oversee and audit do', async () => {
  const actor = await office.officer('MOI', 'case-officer');
  const colleague = await office.officer('MOI', 'case-officer');
  const head = await office.officer('MOI', 'head');
  const auditor = await office.officer('MOI', 'auditor');
  const { number } = await restrictTo(actor, colleague, 'MOI');
  const of = async (officer: Officer) =>
    (await restrictions(officer)).filter(({ titleTh }) => titleTh.includes(number)).length;
  expect([await of(auditor), await of(head), await of(colleague)]).toEqual([1, 0, 0]);
});

test('the ministry’s head is told of what she reads, unless she did it herself or another head is left out', () => {
  const head = { id: 'h', roles: ['head'] as const };
  const officer = { id: 'o', roles: ['case-officer'] as const };
  const oversight = ['overseer', 'auditor'];
  expect(toldAtTheTop([head, officer], ['h', 'o'], 'o')).toEqual(['head']);
  expect(toldAtTheTop([head, officer], ['h', 'o'], 'h')).toEqual(oversight);
  expect(toldAtTheTop([head, { ...head, id: 'g' }, officer], ['h', 'o'], 'o')).toEqual(oversight);
  expect(toldAtTheTop([officer], ['o', 'p'], 'o')).toEqual(oversight);
});
