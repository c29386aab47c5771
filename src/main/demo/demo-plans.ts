/** Plans of the demonstration: last year's, reported to its end and published; this year's, in every state. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import type { PlanStep } from '#features/prevention/plans/plan.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { demoMeasures, demoReturn } from './demo-plans-text.ts';

type Year = { readonly app: App; readonly fiscalYear: number; readonly setNow: (now: Date) => void };

export async function fillPlans(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const setNow = (now: Date) => {
    clock = now;
  };
  const people = [...network.people.values()];
  const heads = people.filter(({ appointments }) => appointments.some(({ role }) => role === 'head'));
  const isMinistry = ({ appointments }: SignedIn) => appointments.some(({ unitCode }) => unitCode === 'MOI');
  const decider = heads.find(isMinistry)!;
  const centres = heads.filter((head) => !isMinistry(head));
  const present = fiscalYearOf(civilDate(end));
  const before: Year = { app, setNow, fiscalYear: present - 1 };
  const range = fiscalYearRange(present - 1);
  for (const [at, head] of centres.entries()) {
    setNow(instant(addDays(range.first, 30)));
    const plan = await begin(before, head, at, ['submit', 'verify', 'publish'], decider);
    for (const [quarter, day] of [
      [1, addDays(range.first, 90)],
      [2, addDays(range.first, 180)],
      [3, addDays(range.first, 270)],
      [4, range.last],
    ] as const) {
      // Not everybody reports to the end: the network's page has somebody to help.
      if (quarter > 2 && at % 4 === 3) break;
      setNow(instant(day));
      await report(app, head, plan, quarter, at);
    }
  }
  setNow(end);
  const ways: readonly (readonly PlanStep[])[] = [
    ['submit', 'verify', 'publish'],
    ['submit'],
    ['submit', 'return'],
    ['submit', 'verify'],
    [],
  ];
  const now: Year = { app, setNow, fiscalYear: present };
  for (const [at, head] of centres.entries())
    if (at % 6 !== 5) await begin(now, head, at, ways[at % ways.length]!, decider);
}

const instant = (day: string) => new Date(`${day}T10:00:00+07:00`);

type Begun = { readonly id: string; readonly measures: readonly { id: string; at: number }[] };

async function begin(
  { app, fiscalYear }: Year,
  head: SignedIn,
  centre: number,
  steps: readonly PlanStep[],
  decider: SignedIn,
): Promise<Begun> {
  const id = randomUUID();
  const unitId = head.appointments[0]!.unitId;
  const { first, last } = fiscalYearRange(fiscalYear);
  // A plan may be begun for the year that runs and the next; last year's is written while its year runs.
  must(await app.plans.start(head, { id, unitId, fiscalYear, copyLast: false }));
  const chosen = demoMeasures.map((measure, at) => ({ ...measure, at, id: randomUUID() }));
  const measures = chosen.slice(0, 2 + (centre % 3));
  for (const { at: _at, done: _done, ...measure } of measures)
    must(
      await app.plans.saveMeasure(head, {
        ...measure,
        planId: id,
        alignments: [...measure.alignments],
        startsOn: first,
        endsOn: last,
      }),
    );
  for (const step of steps) {
    const who = step === 'submit' ? head : decider;
    must(
      await app.plans.step(who, {
        planId: id,
        step,
        revision: (await app.plans.view(who, id, 'th'))!.plan.revision,
        ...(step === 'return' ? { reason: demoReturn } : {}),
      }),
    );
  }
  return { id, measures };
}

async function report(app: App, head: SignedIn, plan: Begun, quarter: number, centre: number): Promise<void> {
  for (const { id, at } of plan.measures) {
    const measure = demoMeasures[at]!;
    const progress = Math.min(100, quarter * 25 - ((centre + at) % 3) * 5 + (quarter === 4 ? 5 : 0));
    const budget = Number(measure.budget.replaceAll(',', '')) || 0;
    must(
      await app.plans.enterResult(head, plan.id, {
        id: randomUUID(),
        measureId: id,
        quarter: String(quarter),
        done: measure.done,
        value: String(Math.round((Number(measure.target) * progress) / 100)),
        spent: String(Math.round((budget * progress) / 100)),
        progress: String(progress),
        problems: '',
        suggestions: '',
        evidenceUrl: '',
      }),
    );
  }
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
