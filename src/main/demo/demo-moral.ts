/** Self-assessments as moral organisations of the demonstration, this fiscal year and the last. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf, fiscalYearRange } from '#platform/calendar/fiscal-year.ts';
import { renderReport } from '#platform/documents/index.ts';
import { demoEvidence, demoMinutes, demoRemark } from './demo-moral-text.ts';
import type { DemoNetwork } from './demo-officers.ts';

/** Plays them through the use cases, on an application whose clock runs behind. */
export async function fillMoral(running: App, network: DemoNetwork, end: Date): Promise<void> {
  let clock = end;
  const app = createApp({ ...running.ground, now: () => clock });
  const ministry = network.people.get('head.moi@demo.example')!;
  const heads = [...network.people.values()].filter(
    (who) => who !== ministry && who.appointments.some(({ role }) => role === 'head'),
  );
  const paper = await renderReport({
    title: demoMinutes.title,
    blocks: [{ kind: 'paragraph', text: demoMinutes.text }],
    locale: 'th',
    madeAt: end,
  });
  const present = fiscalYearOf(civilDate(end));
  clock = new Date(Date.parse(`${fiscalYearRange(present).first}T03:00:00Z`) - 30 * 86_400_000);
  for (const [index, head] of heads.entries())
    if (index % 3 !== 2) await assess(app, ministry, head, index, 'published', paper);
  clock = new Date(end.getTime() - 3_600_000);
  const stages = ['published', 'submitted', 'draft', 'verified', 'returned'] as const;
  for (const [index, head] of heads.entries())
    if (index < 2 * stages.length)
      await assess(app, ministry, head, index + 2, stages[index % stages.length]!, paper);
}

type Stage = 'draft' | 'submitted' | 'returned' | 'verified' | 'published';

async function assess(
  app: App,
  ministry: SignedIn,
  head: SignedIn,
  index: number,
  stage: Stage,
  paper: Uint8Array,
): Promise<void> {
  const { moral } = app.ethics;
  const unitId = head.appointments.find(({ role }) => role === 'head')!.unitId;
  const begun = await moral.begin(head, { id: randomUUID(), unitId });
  if (!begun.ok) throw new Error(`the demonstration was refused: ${begun.code}`);
  const { id } = begun.value;
  const scores = demoEvidence.map((evidence, at) => {
    const score = (at + index) % 4 === 0 ? 1 : (at + index) % 7 === 0 ? 0 : 2;
    return { position: at + 1, score, evidence: score === 0 ? '' : evidence, link: '' };
  });
  // Stored and read one by one: enough for a page to show in each state.
  if (index < 8)
    must(await moral.addEvidence(head, { assessmentId: id, position: 1, name: demoMinutes.name }, paper));
  const revisionOf = async (who: SignedIn) => (await moral.view(who, id, 'th'))!.assessment.revision!;
  must(await moral.save(head, { id, revision: await revisionOf(head), scores, submit: stage !== 'draft' }));
  const step = async (to: 'returned' | 'verified' | 'published') =>
    must(
      await moral.step(ministry, {
        id,
        revision: await revisionOf(ministry),
        step: to,
        verdicts:
          to === 'published' ? [] : scores.map(({ position, score }) => ({ position, score, remark: '' })),
        remark: to === 'returned' ? demoRemark : '',
      }),
    );
  if (stage === 'returned') await step('returned');
  if (stage === 'verified' || stage === 'published') await step('verified');
  if (stage === 'published') await step('published');
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
