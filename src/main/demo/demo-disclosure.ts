/** Disclosure of the demonstration: centres at every stage of last year's items, findings, an appeal, published papers. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { demoAppeal, demoOwner, demoRemark } from './demo-disclosure-text.ts';
import type { DemoNetwork } from './demo-officers.ts';

/** The latest year whose items ship with the product. */
const year = 2569;

export async function fillDisclosure(running: App, network: DemoNetwork, end: Date): Promise<void> {
  const app = createApp({ ...running.ground, now: () => end });
  const heads = [...network.people.values()].filter(({ appointments }) =>
    appointments.some(({ role }) => role === 'head'),
  );
  const codeOf = (head: SignedIn) => head.appointments[0]!.unitCode;
  const reviewer = heads.find((head) => codeOf(head) === 'MOI')!;
  for (const [at, head] of heads.entries()) {
    const unitCode = codeOf(head);
    await answerSome(app, head, unitCode, { fiscalYear: year - 1, share: 2 + (at % 5), at });
    // Some centres have not begun: the ministry's page has somebody to help.
    if (at % 6 === 5) continue;
    const ready = await answerSome(app, head, unitCode, { fiscalYear: year, share: 3 + (at % 8), at });
    if (head === reviewer) continue;
    await review(app, reviewer, head, ready, at);
  }
  for (const head of heads.slice(0, 3)) {
    const look = { id: randomUUID(), unitCode: codeOf(head), fiscalYear: year };
    must(await running.disclosure.check(head, look));
  }
}

type Part = { readonly fiscalYear: number; readonly share: number; readonly at: number };

/** Answers the first items of a year; statistics are published, other evidence lies on the agency's own site. Returns what is ready. */
async function answerSome(
  app: App,
  head: SignedIn,
  unitCode: string,
  { fiscalYear, share, at }: Part,
): Promise<readonly string[]> {
  const view = await app.disclosure.view(head, unitCode, fiscalYear, 'th');
  const ready: string[] = [];
  for (const [number, { item }] of (view?.lines ?? []).slice(0, share).entries()) {
    const id = randomUUID();
    must(
      await app.disclosure.save(head, {
        id,
        unitCode,
        fiscalYear,
        itemCode: item.code,
        baseRevision: 0,
        asOf: addDays(civilDate(app.ground.now()), -10 - number),
        ticked: item.checklist.map(({ position }) => position),
        selfScore: String(70 + ((at * 7 + number * 5) % 31)),
        owner: demoOwner,
        note: '',
      }),
    );
    if (item.fill === 'complaint-statistics')
      must(
        await app.disclosure.publish(head, {
          id: randomUUID(),
          unitCode,
          kind: item.fill,
          fiscalYear: Math.min(fiscalYear, fiscalYearOf(civilDate(app.ground.now()))),
          period: 'first-half',
          answerId: id,
        }),
      );
    else
      must(
        await app.disclosure.addLink(head, {
          id: randomUUID(),
          answerId: id,
          url: `https://${unitCode.toLowerCase()}.demo.example/oit/${item.code.toLowerCase()}`,
          format: 'page',
        }),
      );
    // The last one is still being prepared.
    const isWhole = item.formats.every((format) => format === 'page') || item.fill === 'complaint-statistics';
    if (number === share - 1 || !isWhole) continue;
    must(await app.disclosure.step(head, { id: randomUUID(), answerId: id, step: 'ready' }));
    ready.push(id);
  }
  return ready;
}

/** Two in three of what was handed in are reviewed, one centre in four is found wanting and appeals. */
async function review(
  app: App,
  reviewer: SignedIn,
  head: SignedIn,
  ready: readonly string[],
  at: number,
): Promise<void> {
  for (const [number, answerId] of ready.entries()) {
    if (number % 3 === 2) continue;
    const isWanting = number === 0 && at % 4 === 1;
    const step = isWanting ? 'not-met' : 'met';
    const words = isWanting ? demoRemark : '';
    must(await app.disclosure.step(reviewer, { id: randomUUID(), answerId, step, words }));
    if (!isWanting) continue;
    const appeal = { id: randomUUID(), answerId, step: 'appeal' as const, words: demoAppeal };
    must(await app.disclosure.step(head, appeal));
  }
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
