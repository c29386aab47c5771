/** Honours of the demonstration: last fiscal year's roll, published; this year's round, while the committee scores. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { demoCategory, demoNominees } from './demo-honours-text.ts';
import type { DemoNetwork } from './demo-officers.ts';

const committee = ['head.chiangrai', 'head.songkhla', 'head.korat'];

/** Plays them through the use cases, on an application whose clock is ours. */
export async function fillHonours(running: App, { people }: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const { honours } = app.ethics;
  const who = (name: string): SignedIn => people.get(`${name}@demo.example`)!;
  const runs = who('head.moi');
  const today = civilDate(end);
  const present = fiscalYearOf(today);

  const nominate = async (fiscalYear: number, opened: Date) => {
    const roundId = randomUUID();
    for (const category of demoCategory)
      must(
        await honours.enterCategory(runs, {
          ...category,
          id: randomUUID(),
          fiscalYear,
          opensOn: addDays(today, -20),
          closesOn: today,
        }),
      );
    clock = opened;
    must(await honours.open(runs, { id: roundId }));
    clock = end;
    const ids: string[] = [];
    for (const { name, by, support, reasons, citation } of demoNominees) {
      const id = randomUUID();
      const nominator = who(by);
      must(
        await honours.nominate(nominator, {
          id,
          roundId,
          category: 'PERSON',
          unitId: nominator.appointments[0]!.unitId,
          personId: who(name).person.id,
          citation,
          reasons: reasons.map((reason) => ({ reason, evidence: '', link: '' })),
        }),
      );
      must(await honours.support(who(support), { id }));
      if (name !== 'new.chiangmai') must(await honours.consent(who(name), { id, isGiven: true }));
      ids.push(id);
    }
    must(await honours.closeNominations(runs, { id: roundId, until: addDays(today, 21) }));
    for (const name of committee)
      must(await honours.nameMember(runs, { id: roundId, personId: who(name).person.id }));
    return { roundId, ids };
  };
  const score = async (members: readonly string[], ids: readonly string[]) => {
    for (const [place, name] of members.entries())
      for (const [at, id] of ids.entries())
        must(await honours.score(who(name), { id, scores: [92 - 3 * at, 88 - place, 90 - at] }));
  };

  const before = await nominate(
    present - 1,
    new Date(Date.parse(`${fiscalYearRange(present).first}T03:00:00Z`) - 120 * 86_400_000),
  );
  await score(committee, before.ids);
  for (const { unitId } of (await honours.clearance(runs, 'th'))?.centres ?? [])
    must(await honours.answer(runs, { id: randomUUID(), roundId: before.roundId, unitId, held: [] }));
  must(await honours.closeScoring(runs, { id: before.roundId }));
  clock = new Date(Date.parse(`${fiscalYearRange(present).first}T03:00:00Z`) - 20 * 86_400_000);
  must(await honours.approve(who('overseer'), { id: before.roundId }));
  clock = end;

  const now = await nominate(present, end);
  await score(committee.slice(0, 1), now.ids);
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
