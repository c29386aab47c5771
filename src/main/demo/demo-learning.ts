/** Evaluation, plans, follow-ups, competence and materials of a past seminar of the demonstration, through the use cases. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { seatToken } from '#features/seminars/seat-link.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { demoMaterials, demoNotes, demoPlans, demoWords } from './demo-learning-text.ts';
import type { DemoNetwork } from './demo-officers.ts';

/** Every seminar of the ministry that is over. */
export async function fillPastLearning(app: App, network: DemoNetwork): Promise<void> {
  const organiser = officerOf(network, 'officer.moi');
  const today = civilDate(app.ground.now());
  for (const { id, state, endsOn } of await app.projects.list(organiser))
    if (['published', 'closed'].includes(state) && endsOn < today) await fillLearning(app, network, id);
}

/**
 * On the evening of the last day three in four evaluate and half of them write a plan; after a month many have answered.
 * Plays on an application whose clock stands on those days. Does nothing where somebody has evaluated already.
 */
export async function fillLearning(running: App, network: DemoNetwork, seminarId: string): Promise<void> {
  const organiser = officerOf(network, 'officer.moi');
  const before = await running.learning.evaluation.results(organiser, seminarId);
  if (!before || before.subjects.some(({ respondents }) => respondents > 0)) return;
  const { seminar } = before;
  const evening = new Date(`${seminar.endsOn}T20:00:00+07:00`);
  let clock = evening;
  const app = createApp({ ...running.ground, now: () => clock });
  const seats: { readonly id: string; readonly token: string; readonly unitId: number }[] = [];
  for (let page = 1; ; page += 1) {
    const register = await app.seats.register(organiser, seminarId, { state: 'confirmed' }, page);
    const lines = register?.lines ?? [];
    seats.push(
      ...lines.map(({ id, unitId }) => ({ id, unitId, token: seatToken(app.ground.secrets.tokenKey, id) })),
    );
    if (!register || lines.length === 0 || seats.length >= register.count) break;
  }
  for (const [at, { token }] of seats.entries()) {
    if (at % 4 === 3) continue;
    await evaluate(app, token, at);
    if (at % 2 === 0) await plan(app, token, at, seminar.endsOn);
  }
  await addMaterials(app, organiser, seminarId);
  await addConsents(app, organiser, seminarId, seminar.endsOn);

  const month = new Date(evening.getTime() + (before.values['follow-up-1'] + 1) * 86_400_000);
  if (month > running.ground.now()) return;
  clock = month;
  for (const [at, { token }] of seats.entries()) {
    if (at % 3 === 1) continue;
    const what = at % 5 === 4 ? 'no' : at % 2 === 0 && at % 3 === 0 ? 'yes' : 'partly';
    await app.learning.plans.answer(token, { id: randomUUID(), step: 1, done: what, note: demoNotes[what] });
  }
  await answerAsHeads(app, network);
  await app.learning.competence.gather();
}

async function evaluate(app: App, token: string, at: number): Promise<void> {
  const open = (await app.learning.evaluation.open(token))?.open ?? [];
  const typed = new Map<string, string>();
  for (const [part, { id, items }] of open.entries())
    for (const [no, item] of items.entries()) {
      const mark = [5, 4, 4, 5, 3, 4, 5, 2][(at * 3 + part * 5 + no * 7) % 8]!;
      const words = (at + part) % 9 === 0 ? demoWords[(at + part * 2) % demoWords.length]! : '';
      typed.set(`${id}.${item.id}`, item.kind === 'rating' ? String(mark) : words);
    }
  if (typed.size > 0) must(await app.learning.evaluation.react(token, typed));
}

async function plan(app: App, token: string, at: number, endsOn: string): Promise<void> {
  const own = await app.learning.plans.open(token);
  const [what, seenBy] = demoPlans[at % demoPlans.length]!;
  const competencies = own?.competencies ?? [];
  must(
    await app.learning.plans.write(token, {
      id: randomUUID(),
      what,
      seenBy,
      dueOn: addDays(asCivilDate(endsOn), 60 + (at % 30)),
      competency: competencies[at % Math.max(1, competencies.length)]?.code ?? '',
    }),
  );
}

async function addMaterials(app: App, organiser: SignedIn, seminarId: string): Promise<void> {
  const view = await app.learning.materials.office(organiser, seminarId);
  const slot = view?.slots.find(({ kind }) => kind === 'lecture');
  for (const [at, [kind, titleTh, audience]] of demoMaterials.entries())
    must(
      await app.learning.materials.add(organiser, {
        ...{ id: randomUUID(), seminarId, kind, titleTh, titleEn: '', audience, fileName: '' },
        slotId: kind === 'document' ? '' : (slot?.id ?? ''),
        speakerId: kind === 'slides' ? (view?.speakers[0]?.id ?? '') : '',
        link: `https://materials.demo.example/${at + 1}`,
      }),
    );
}

/** All but the last speaker agreed, so that something waits for a consent. */
async function addConsents(app: App, organiser: SignedIn, seminarId: string, day: string): Promise<void> {
  const { speakers = [] } = (await app.learning.materials.office(organiser, seminarId)) ?? {};
  for (const { id } of speakers.slice(0, Math.max(1, speakers.length - 1)))
    must(
      await app.learning.materials.recordConsent(organiser, {
        ...{ id: randomUUID(), seminarId, speakerId: id, scope: 'public' },
        ...{ givenOn: day, givenHow: 'แบบยินยอมลงนามวันบรรยาย' },
      }),
    );
}

/** Heads answer two in three of what waits for them. */
async function answerAsHeads(app: App, network: DemoNetwork): Promise<void> {
  const heads = [...network.people.values()].filter(({ appointments }) =>
    appointments.some(({ role }) => role === 'head'),
  );
  for (const head of heads) {
    const { answers } = await app.learning.mine(head, 'th');
    for (const [at, { plan, waiting }] of answers.entries()) {
      if (!waiting || at % 3 === 2) continue;
      const what = at % 4 === 3 ? 'no' : at % 2 === 0 ? 'yes' : 'partly';
      must(
        await app.learning.plans.answerAsSuperior(head, {
          ...{ id: randomUUID(), planId: plan.id, step: waiting.step, done: what, note: demoNotes[what] },
        }),
      );
    }
  }
}

function officerOf({ people }: DemoNetwork, name: string): SignedIn {
  const officer = people.get(`${name}@demo.example`);
  if (!officer) throw new Error(`no ${name} in the demonstration`);
  return officer;
}

function must(outcome: { readonly ok: boolean; readonly code?: string }): void {
  if (!outcome.ok) throw new Error(`the demonstration was refused: ${outcome.code}`);
}
