/** Fees of speakers: what is proposed and what is found, for the cases of the regulation and for any other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlotKind } from '../seminar.ts';
import { moneySeeds } from './money.seed.ts';
import type { Claim, FeeOf, FeePart, MoneyRule } from './money.ts';
import { checkPart, hoursFor, neededRules, rulesOn } from './money-rules.ts';

const seeded: readonly MoneyRule[] = moneySeeds.map((seed) => ({ ...seed, version: 1, validTo: undefined }));
const rules = rulesOn(seeded, '2027-06-17');

const speaker = (change: Partial<FeeOf> = {}): FeeOf => ({
  speakerId: Math.random().toString(36),
  nameTh: 'นายอนันต์ ใจดี',
  nameEn: undefined,
  affiliation: 'state',
  role: 'speaker',
  groupNo: undefined,
  claim: undefined,
  ...change,
});
const part = (kind: SlotKind, minutes: number, speakers: readonly FeeOf[], groups = 1): FeePart => ({
  slotId: 'slot',
  kind,
  titleTh: 'ช่วง',
  titleEn: undefined,
  startsAt: new Date('2027-06-17T02:00:00Z'),
  endsAt: new Date(new Date('2027-06-17T02:00:00Z').getTime() + minutes * 60_000),
  groups,
  speakers,
});
const codes = (checked: ReturnType<typeof checkPart>) => [
  ...checked.findings.map(({ code }) => code),
  ...checked.lines.flatMap(({ findings }) => findings.map(({ code }) => code)),
];

describe('hours', () => {
  test.each([
    [24, 0],
    [25, 0.5],
    [49, 0.5],
    [50, 1],
    [60, 1],
    [84, 1],
    [90, 1.5],
    [110, 2],
    [120, 2],
    [180, 3],
    [205, 3.5],
  ])('%i minutes are %f hours', (minutes, hours) => {
    expect(hoursFor(minutes, 50, 25)).toBe(hours);
  });

  test('never fall when time is added, come in halves, and are never more than half an hour beyond the clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_440 }), (minutes) => {
        const hours = hoursFor(minutes, 50, 25);
        expect(hoursFor(minutes + 1, 50, 25)).toBeGreaterThanOrEqual(hours);
        expect(Number.isInteger(hours * 2)).toBe(true);
        expect(Math.abs(hours - minutes / 60)).toBeLessThan(0.5);
      }),
    );
  });
});

describe('what is proposed', () => {
  test.each([
    ['a', 'state', 800],
    ['a', 'non-state', 1_600],
    ['b', 'state', 600],
    ['b', 'non-state', 1_200],
    ['outside', 'state', 600],
    ['outside', 'non-state', 1_200],
  ] as const)('training %s, speaker %s: %i baht an hour', (training, affiliation, rate) => {
    const checked = checkPart(part('lecture', 90, [speaker({ affiliation })]), training, rules);
    expect(checked.lines[0]!.claim).toEqual({ isPaid: true, hours: 1.5, rate });
    expect([checked.amount, codes(checked)]).toEqual([1.5 * rate, []]);
  });

  test('an opening is not paid for', () => {
    expect(checkPart(part('opening', 30, [speaker()]), 'b', rules)).toMatchObject({
      amount: 0,
      findings: [],
    });
  });
});

describe('what is found', () => {
  const claim = (change: Partial<Claim> = {}): Claim => ({ isPaid: true, hours: 1.5, rate: 600, ...change });

  test('a rate above the ceiling of her affiliation, with the rule, its basis, and the full amount', () => {
    const checked = checkPart(part('lecture', 90, [speaker({ claim: claim({ rate: 1_200 }) })]), 'b', rules);
    const [finding] = checked.lines[0]!.findings;
    expect(finding).toMatchObject({ code: 'rate', claimed: 1_200, allowed: 600 });
    expect(finding!.rule.basisTh).toContain('ค่าใช้จ่ายในการฝึกอบรม');
    // Shown, not cut.
    expect(checked.amount).toBe(1_800);
  });

  test('more hours than the part has', () => {
    const checked = checkPart(part('lecture', 90, [speaker({ claim: claim({ hours: 2 }) })]), 'b', rules);
    expect(checked.lines[0]!.findings).toMatchObject([{ code: 'hours', claimed: 2, allowed: 1.5 }]);
  });

  test.each([
    ['lecture', 1, []],
    ['lecture', 2, ['count']],
    ['panel', 5, []],
    ['panel', 6, ['count']],
    ['exchange', 6, ['count']],
  ] as const)('%s with %i paid', (kind, count, found) => {
    const speakers = Array.from({ length: count }, (_, at) =>
      speaker({ role: at === 0 ? 'moderator' : 'panellist' }),
    );
    expect(codes(checkPart(part(kind, 60, speakers), 'b', rules))).toEqual(found);
  });

  test('the moderator of a panel counts among the five, and one who is not paid does not', () => {
    const six = Array.from({ length: 5 }, () => speaker({ role: 'panellist' }));
    const unpaid = speaker({ role: 'moderator', claim: claim({ isPaid: false }) });
    expect(codes(checkPart(part('panel', 60, [...six, unpaid]), 'b', rules))).toEqual([]);
  });

  test('group work pays two for each group, and not three in one of them', () => {
    const inGroup = (groupNo: number) => speaker({ role: 'facilitator', groupNo });
    expect(codes(checkPart(part('group-work', 60, [1, 1, 2, 2].map(inGroup), 2), 'b', rules))).toEqual([]);
    expect(codes(checkPart(part('group-work', 60, [1, 1, 1, 2].map(inGroup), 2), 'b', rules))).toEqual([
      'group',
    ]);
    expect(codes(checkPart(part('group-work', 60, [1, 1, 2, 2].map(inGroup), 1), 'b', rules))).toEqual([
      'count',
    ]);
  });

  test('a claim for a kind of part that nobody is paid for', () => {
    const checked = checkPart(part('closing', 30, [speaker({ claim: claim() })]), 'b', rules);
    expect(codes(checked)).toContain('kind');
  });

  test('any claim within the rules is found nothing of, any beyond is, and the amount is what was claimed', () => {
    const minutes = fc.integer({ min: 25, max: 480 });
    const halves = fc.integer({ min: 0, max: 20 });
    const rate = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(minutes, halves, rate, (length, twice, baht) => {
        const own = claim({ hours: twice / 2, rate: baht });
        const checked = checkPart(part('lecture', length, [speaker({ claim: own })]), 'b', rules);
        const isWithin = own.hours <= hoursFor(length, 50, 25) && baht <= 600;
        expect(codes(checked).length === 0).toBe(isWithin);
        expect(checked.amount).toBe((twice * baht) / 2);
      }),
    );
  });
});

describe('versions', () => {
  const old: MoneyRule = { ...seeded[2]!, validTo: '2027-01-01' };
  const next: MoneyRule = { ...seeded[2]!, version: 2, value: 700, validFrom: '2027-01-01' };

  test('a seminar takes the one in force on its first day', () => {
    expect(rulesOn([old, next], '2026-12-31').get('fee-b-state')?.value).toBe(600);
    expect(rulesOn([old, next], '2027-01-01').get('fee-b-state')?.value).toBe(700);
  });

  test('what no rule covers is named, and nothing is invented', () => {
    const lecture = part('lecture', 60, [speaker()]);
    const none = rulesOn([], '2027-01-01');
    expect(checkPart(lecture, 'b', none)).toMatchObject({ amount: 0, findings: [] });
    expect(neededRules([lecture], 'b')).toEqual([
      'paid-lecture',
      'fee-b-state',
      'minutes-hour',
      'minutes-half-hour',
    ]);
  });
});
