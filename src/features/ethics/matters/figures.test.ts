/** Figures for the yearly report: whole for the centre's own, small ones of others left out, nothing to who may not see. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealReply, sealRestriction } from '#features/cases/browser/compose.ts';
import type { Officer } from '#features/cases/testing/office.ts';
import { type EthicsOffice, openEthicsOffice } from '../testing/ethics-office.ts';
import { ethicsMemo, ethicsSheet } from './figures.ts';

let office: EthicsOffice;
let keeper: Officer;
let ministry: Officer;
let neighbour: Officer;
let clerk: Officer;

beforeAll(async () => {
  office = await openEthicsOffice();
  keeper = await office.officer('TH-50', 'ethics-officer');
  ministry = await office.officer('MOI', 'ethics-officer');
  neighbour = await office.officer('TH-57', 'head');
  clerk = await office.officer('TH-50', 'case-officer');
  for (let count = 0; count < 6; count++) await office.report('TH-50', { story: { topic: 'ADVICE_GIFT' } });
  for (let count = 0; count < 2; count++) await office.report('TH-50', { story: { topic: 'ETHICS_BREACH' } });
  const [advice] = await office.ethics.matters
    .list(keeper.signedIn)
    .then((all) => all.filter(({ matter }) => matter === 'ethics-advice'));
  office.advance(4);
  const message = await sealReply(await office.desk(keeper, advice!.id), 'ไม่ควร', []);
  await office.act(keeper, advice!.id, {
    act: 'reply',
    id: randomUUID(),
    message,
    attachments: [],
    asks: false,
  });
});
afterAll(() => office.close());

const figuresOf = async (officer: Officer, year?: number) => {
  const { centres } = await office.ethics.matters.figures(officer.signedIn, 'en', year);
  return centres.map(({ isOwn, lines }) => ({
    isOwn,
    ...Object.fromEntries(lines.map(({ what, amount }) => [what, amount])),
  }));
};

test('the centre sees its own whole: asked, answered, days to the first answer, breaches', async () => {
  expect(await figuresOf(keeper)).toEqual([{ isOwn: true, advice: 6, answered: 1, days: 4, breaches: 2 }]);
});

test('the ministry sees what comes to five, of the centre and of all together; few and none look alike', async () => {
  const few = { isOwn: false, advice: 6 };
  expect(await figuresOf(ministry)).toEqual([few, few]);
});

test('another province and a colleague of the other compartment see nothing; another year is empty', async () => {
  expect(await figuresOf(neighbour)).toEqual([]);
  expect(await figuresOf(clerk)).toEqual([]);
  expect(await figuresOf(keeper, 2560)).toEqual([]);
});

test('a matter that named persons have shut away is counted for them alone', async () => {
  const left = await office.officer('TH-50', 'head');
  const named = await office.officer('TH-50', 'ethics-officer');
  const desk = await office.desk(
    keeper,
    (await office.report('TH-50', { story: { topic: 'ETHICS_BREACH' } })).id,
  );
  const sealed = await sealRestriction(desk, [keeper.signedIn.person.id, named.signedIn.person.id]);
  const act = { act: 'restrict', id: randomUUID(), revision: desk.revision, ...sealed };
  expect(await office.act(keeper, desk.caseId, act)).toMatchObject({ ok: true });
  expect(await figuresOf(keeper)).toMatchObject([{ breaches: 3 }]);
  expect(await figuresOf(left)).toMatchObject([{ breaches: 2 }]);
});

test('findings and measures of centres below are shown of all together, and all parts or none', async () => {
  const findings = async (code: string, finding: string, count: number) => {
    for (let made = 0; made < count; made++) {
      const { id } = await office.report(code, { story: { topic: 'ETHICS_BREACH' } });
      await office.db.owner
        .insertInto('ethics.finding')
        .values({
          id: randomUUID(),
          case_id: id,
          finding,
          standards: finding === 'breach' ? ['STATE'] : [],
          found_by: keeper.signedIn.person.id,
          found_at: new Date('2026-11-27T03:00:00Z'),
        })
        .execute();
    }
  };
  await findings('TH-50', 'breach', 5);
  await findings('TH-57', 'no-breach', 1);
  expect(await figuresOf(ministry)).toEqual([
    { isOwn: false, advice: 6, breaches: 8 },
    { isOwn: false, advice: 6, breaches: 7 },
  ]);
  await findings('TH-57', 'no-breach', 4);
  expect((await figuresOf(ministry))[0]).toMatchObject({ 'finding:breach': 5, 'finding:no-breach': 5 });
});

test('memo and table are the centre’s own to make', async () => {
  const parts = { ground: office.ground, network: office.network };
  const of = { unitId: office.centres.get('TH-50')!.id, fiscalYear: 2570 };
  const memo = await ethicsMemo(parts, keeper.signedIn, of);
  expect(Buffer.from(memo!).subarray(0, 5).toString()).toBe('%PDF-');
  for (const officer of [ministry, neighbour, clerk])
    expect(await ethicsMemo(parts, officer.signedIn, of)).toBeUndefined();
  const sheet = await ethicsSheet(parts, ministry.signedIn, 'th', 2570);
  expect(Buffer.from(sheet).subarray(0, 2).toString()).toBe('PK');
});
