import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CivilDate } from '#platform/calendar/bangkok.ts';
import { isEnded, type Stage, stages } from './case.ts';
import {
  type CaseState,
  endStageOf,
  metByStage,
  movesFrom,
  nearestDue,
  ruleContest,
  ruleDecision,
  ruleMove,
  ruleProposal,
} from './case-rules.ts';
import { clockRules, outcomes, seedValidFrom, topics } from './cases.seed.ts';
import { type ClockRule, clocksOfContest, clocksStartedBy, inForce } from './clock-rules.ts';

type Step =
  | { kind: 'move'; to: Stage; reason: boolean; by: string }
  | { kind: 'propose'; outcome: number; by: string; into: boolean }
  | { kind: 'decide'; approve: boolean; by: string }
  | { kind: 'contest' };

const person = fc.constantFrom('somsri', 'boonmee', 'head');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    to: fc.constantFrom(...stages),
    reason: fc.boolean(),
    by: person,
  }),
  fc.record({
    kind: fc.constant('propose' as const),
    outcome: fc.nat(outcomes.length - 1),
    by: person,
    into: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('decide' as const), approve: fc.boolean(), by: person }),
  fc.record({ kind: fc.constant('contest' as const) }),
);

type Life = { state: CaseState; ended: number; contests: number; wrong: string[] };

/** One step of a life, as the server would take it; notes whatever must never happen. */
function live(life: Life, one: Step): Life {
  const { state } = life;
  if (one.kind === 'move') {
    const ruled = ruleMove(state, one.to, one.reason);
    if (!ruled.ok) return life;
    const wrong = isEnded(ruled.stage) ? [...life.wrong, 'one person ended a case'] : life.wrong;
    return { ...life, wrong, state: { ...state, stage: ruled.stage } };
  }
  if (one.kind === 'propose') {
    const outcome = outcomes[one.outcome]!;
    const mergeInto = one.into ? 'another case' : undefined;
    const ruled = ruleProposal(state, { outcome: outcome.code, fromStages: outcome.fromStages, mergeInto });
    if (!ruled.ok) return life;
    const proposal = { outcome: outcome.code, proposedBy: one.by, mergeInto };
    return { ...life, state: { ...state, proposal } };
  }
  if (one.kind === 'decide') {
    const ruled = ruleDecision(state, one.by, one.approve ? 'approved' : 'returned');
    if (!ruled.ok) return life;
    const alone = state.proposal!.proposedBy === one.by;
    return {
      ...life,
      wrong: alone ? [...life.wrong, 'the proposer decided'] : life.wrong,
      ended: life.ended + (one.approve ? 1 : 0),
      state: { ...state, stage: ruled.stage, proposal: undefined },
    };
  }
  const ruled = ruleContest(state);
  if (!ruled.ok) return life;
  return {
    ...life,
    contests: life.contests + 1,
    state: { ...state, stage: ruled.stage, contested: true },
  };
}

test('whatever officers and reporter do, a case ends by two persons only and is contested once at most', () => {
  let endings = 0;
  let contests = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 150 }), (steps) => {
      const born: CaseState = {
        id: 'this case',
        matter: 'corruption',
        stage: 'RECEIVED',
        contested: false,
      };
      const life = steps.reduce(live, { state: born, ended: 0, contests: 0, wrong: [] });
      endings += life.ended;
      contests += life.contests;
      expect(life.wrong).toEqual([]);
      expect(life.contests).toBeLessThanOrEqual(1);
      if (isEnded(life.state.stage)) expect(life.ended).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
  // The property would hold of a machine that never moves.
  expect(endings).toBeGreaterThan(20);
  expect(contests).toBeGreaterThan(3);
});

const ownStages = {
  corruption: stages.filter((one) => !['ANSWERED', 'FACT_CHECK', 'FINDING', 'MEASURE'].includes(one)),
  'ethics-breach': ['RECEIVED', 'SCREENING', 'FACT_CHECK', 'FINDING', 'MEASURE', 'REDIRECTED', 'CLOSED'],
} as const satisfies Record<string, readonly Stage[]>;

test.each(['corruption', 'ethics-breach'] as const)(
  'every stage of %s is reached from receipt, and from every open stage that asks for work a case can end',
  (matter) => {
    const ends = outcomes.filter((one) => ('matter' in one ? one.matter : 'corruption') === matter);
    const reached = new Set<Stage>(['RECEIVED']);
    for (const _ of stages)
      for (const from of stages)
        for (const { to } of movesFrom(from, matter)) if (reached.has(from)) reached.add(to);
    for (const { code, fromStages } of ends)
      if (fromStages.some((stage) => reached.has(stage as Stage))) reached.add(endStageOf(code));
    expect([...reached].toSorted()).toEqual([...ownStages[matter]].toSorted());
    for (const stage of ownStages[matter].filter((one) => !isEnded(one))) {
      const endsHere = ends.some(({ fromStages }) => fromStages.some((from) => from === stage));
      // A breach that has just come is screened before anything is said of it.
      expect(endsHere || (matter === 'ethics-breach' && stage === 'RECEIVED'), stage).toBe(true);
    }
    for (const stage of stages.filter(isEnded)) expect(movesFrom(stage, matter)).toEqual([]);
  },
);

test('advice is closed by whoever answered it, and by no other way', () => {
  expect(stages.flatMap((stage) => movesFrom(stage, 'ethics-advice'))).toEqual([
    { from: 'ANSWERED', to: 'CLOSED', needsReason: false },
  ]);
});

test('a closing that waits for its second person holds the stage still', () => {
  const state: CaseState = {
    id: 'a',
    matter: 'corruption',
    stage: 'DECISION',
    contested: false,
    proposal: { outcome: 'NO_GROUND', proposedBy: 'somsri' },
  };
  expect(ruleMove(state, 'FACT_FINDING', true)).toEqual({ ok: false, refusal: 'already-proposed' });
  expect(ruleProposal(state, { outcome: 'NO_GROUND', fromStages: ['DECISION'] })).toEqual({
    ok: false,
    refusal: 'already-proposed',
  });
});

const rules: ClockRule[] = clockRules.map((rule) => ({
  ...rule,
  version: 1,
  status: 'unconfirmed',
  validFrom: seedValidFrom,
  validTo: undefined,
}));
const none = new Set<CivilDate>();
const day = (text: string) => text as CivilDate;

test('receipt on a Monday starts screening due on Tuesday and the answer due in fifteen days', () => {
  expect(clocksStartedBy('receipt', day('2026-11-23'), rules, none)).toEqual([
    { code: 'ACK15', version: 1, startedOn: '2026-11-23', dueOn: '2026-12-08' },
    { code: 'SCREEN', version: 1, startedOn: '2026-11-23', dueOn: '2026-11-24' },
  ]);
});

test('a holiday moves the last day, and a running clock keeps the version of its trigger date', () => {
  const holiday = new Set([day('2026-12-08')]);
  expect(clocksStartedBy('receipt', day('2026-11-23'), rules, holiday)[0]!.dueOn).toBe('2026-12-09');
  const changed = [
    ...rules.map((rule) => (rule.code === 'ACK15' ? { ...rule, validTo: '2027-01-01' } : rule)),
    { ...rules[0]!, version: 2, days: 7, validFrom: '2027-01-01' },
  ];
  const startedOn = (date: string) =>
    clocksStartedBy('receipt', day(date), changed, none).filter(({ code }) => code === 'ACK15');
  expect(startedOn('2026-12-31').map(({ version }) => version)).toEqual([1]);
  expect(startedOn('2027-01-01').map(({ version }) => version)).toEqual([2]);
});

test('a contested closing starts the answer anew and not the screening', () => {
  expect(clocksOfContest(day('2026-11-23'), rules, none).map(({ code }) => code)).toEqual(['ACK15']);
});

test('on every day at most one version of a rule is in force', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 2014, max: 2040 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 2014, max: 2041 }),
      (starts, year) => {
        const sorted = starts.toSorted();
        const versions = sorted.map((start, at) => ({
          ...rules[0]!,
          version: at + 1,
          validFrom: `${start}-01-01`,
          validTo: sorted[at + 1] ? `${sorted[at + 1]}-01-01` : undefined,
        }));
        expect(inForce(versions, `${year}-06-01`).length).toBe(year >= sorted[0]! ? 1 : 0);
      },
    ),
  );
});

test('the due date is the nearest clock that still runs', () => {
  const clock = fc.record({
    dueOn: fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`),
    metOn: fc.constantFrom(undefined, '2026-11-01'),
  });
  fc.assert(
    fc.property(fc.array(clock), (clocks) => {
      const due = nearestDue(clocks);
      const running = clocks.filter((one) => one.metOn === undefined);
      if (running.length === 0) expect(due).toBeUndefined();
      else
        expect(running.every((one) => due! <= one.dueOn) && running.some((one) => one.dueOn === due)).toBe(
          true,
        );
    }),
  );
});

test('an ended case stops every clock that a rule may start', () => {
  for (const stage of stages.filter(isEnded))
    expect(rules.every((rule) => metByStage(stage).includes(rule.metBy))).toBe(true);
});

test('what ships is complete: every outcome and topic in both languages, every stage named is a stage', () => {
  for (const row of [...topics, ...outcomes, ...clockRules]) {
    expect(row.nameTh).toMatch(/[ก-๙]/);
    expect(row.nameEn).toMatch(/[a-z]/);
  }
  for (const { fromStages, code } of outcomes)
    for (const from of fromStages) expect(stages, code).toContain(from);
  for (const { metBy } of clockRules)
    expect(stages.some((stage) => metByStage(stage).includes(metBy)) || metBy === 'first-answer').toBe(true);
});
