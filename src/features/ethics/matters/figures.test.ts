/** Figures for the yearly report: whole for the centre's own, small ones of others left out, nothing to who may not see. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealReply } from '#features/cases/browser/compose.ts';
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

test('the ministry is told that there were fewer than five, and not the days of so few', async () => {
  expect(await figuresOf(ministry)).toEqual([
    { isOwn: false, advice: 6, answered: undefined, breaches: undefined },
  ]);
});

test('another province sees nothing; a colleague of the other compartment no small figure; another year is empty', async () => {
  expect(await figuresOf(neighbour)).toEqual([]);
  expect(await figuresOf(clerk)).toEqual([
    { isOwn: false, advice: 6, answered: undefined, breaches: undefined },
  ]);
  expect(await figuresOf(keeper, 2560)).toEqual([]);
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
