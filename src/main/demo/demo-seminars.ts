/** Seminars of the demonstration: the founding one as a past one, and one coming in June 2570, both through the use cases. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { type App, createApp } from '#main/app.ts';
import { addDays, asCivilDate } from '#platform/calendar/civil-date.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { coming, lines, parts, past, project, rooms, speakers } from './demo-seminars-text.ts';

export type DemoSeminars = {
  readonly past: string;
  readonly coming: string;
  /** Closes the past one, once seats and attendance are in it. */
  readonly close: () => Promise<void>;
};

export async function fillSeminars(running: App, network: DemoNetwork, end: Date): Promise<DemoSeminars> {
  const app = createApp({ ...running.ground, now: () => end });
  const find = (email: string) => network.officers.find((each) => each.email === email)!.signedIn;
  const organiser = find('officer.moi@demo.example');
  const head = find('head.moi@demo.example');
  const first = await fill(app, organiser, past);
  for (const step of ['submit', 'approve', 'publish'] as const) await take(app, head, first, step);
  const second = await fill(app, organiser, coming);
  for (const step of ['submit', 'approve', 'publish'] as const) await take(app, head, second, step);
  return { past: first, coming: second, close: () => take(app, head, first, 'close') };
}

type Facts = typeof past | typeof coming;

/** Project, budget, rooms, speakers and programme, as an organiser types them. */
async function fill(app: App, organiser: SignedIn, facts: Facts): Promise<string> {
  const seminarId = randomUUID();
  const { unitId } = organiser.appointments.find(({ role }) => role === 'organiser')!;
  const { projects, programmes, money } = app;
  must(await projects.saveSeminar(organiser, { id: seminarId, unitId, ...facts }));
  must(await projects.saveProject(organiser, { seminarId, ...project }));
  const opened = (await projects.open(organiser, seminarId))!;
  const { linesMark } = await money.budget(organiser, opened.seminar);
  const budget = lines.map((line) => ({ id: randomUUID(), ...line }));
  must(await money.saveLines(organiser, { seminarId, mark: linesMark, lines: budget }));
  const roomIds = rooms.map(() => randomUUID());
  for (const [at, room] of rooms.entries())
    must(await programmes.saveRoom(organiser, { id: roomIds[at], seminarId, ...room }));
  const speakerIds = speakers.map(() => randomUUID());
  for (const [at, speaker] of speakers.entries())
    must(await programmes.saveSpeaker(organiser, { id: speakerIds[at], seminarId, ...speaker }));
  for (const part of parts)
    must(
      await programmes.saveSlot(organiser, {
        id: randomUUID(),
        seminarId,
        kind: part.kind,
        titleTh: part.titleTh,
        titleEn: part.titleEn,
        day: addDays(asCivilDate(facts.startsOn), part.day),
        from: part.from,
        to: part.to,
        roomId: part.room === undefined ? '' : roomIds[part.room],
        groups: part.groups ?? 1,
        countsForAttendance: part.kind !== 'break',
        competencies: part.serves ?? [],
        speakers: (part.by ?? []).map(([speaker, role, groupNo]) => ({
          speakerId: speakerIds[speaker],
          role,
          groupNo,
        })),
      }),
    );
  return seminarId;
}

async function take(app: App, head: SignedIn, seminarId: string, step: string): Promise<void> {
  must(await app.projects.takeStep(head, { id: randomUUID(), seminarId, step }));
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
