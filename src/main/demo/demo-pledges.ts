/** This year's pledges of the demonstration (an ended year takes none), and what two centres add to the code. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { demoConduct } from './demo-pledges-text.ts';

/** Plays the pledges up to `end` through the use cases, on an application whose clock runs behind. */
export async function fillPledges(running: App, network: DemoNetwork, end: Date): Promise<void> {
  const app = createApp({ ...running.ground, now: () => end });
  const people = [...network.people.values()].filter(({ appointments }) => appointments.length > 0);
  for (const { by, ...row } of demoConduct) {
    const head = network.people.get(`${by}@demo.example`)!;
    must(
      await app.ethics.codes.writeConduct(head, {
        id: randomUUID(),
        unitId: head.appointments[0]!.unitId,
        regime: '',
        behaviourEn: '',
        exampleEn: '',
        ...row,
      }),
    );
  }
  for (const [index, who] of people.entries()) if (index % 3 !== 2) await pledge(app, who, index);
}

/** Answers as people do: now and then the first choice is wrong. */
async function pledge(app: App, who: SignedIn, index: number): Promise<void> {
  const { pledges, codes } = app.ethics;
  const { units, usual, pledged } = await pledges.view(who, 'th');
  if (pledged || units.length === 0) return;
  const bank = (await codes.desk(who, 'th')).scenarios;
  must(await pledges.begin(who, { id: randomUUID(), unitId: units[0]!.id, regime: usual! }));
  for (let turn = index; ; turn++) {
    const { asked } = await pledges.view(who, 'th');
    if (!asked) break;
    const { options } = bank.find(({ id }) => id === asked.id)!;
    const isRight = asked.wrong !== undefined || turn % 4 !== 1;
    const { position } = options.find((option) => option.isRight === isRight)!;
    must(await pledges.answer(who, { id: randomUUID(), scenarioId: asked.id, position }));
  }
  must(await pledges.give(who, { id: randomUUID() }));
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
