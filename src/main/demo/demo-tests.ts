/** A bank of questions, and what people of a seminar that is over knew before and after, through the use cases. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { fieldName, partName } from '#features/seminars/assessments/answer-form.ts';
import { selectKeys } from '#features/seminars/assessments/mark-attempts.ts';
import { rightAnswer } from '#features/seminars/assessments/marking-rules.ts';
import type { Key } from '#features/seminars/assessments/question.ts';
import { seatToken } from '#features/seminars/seat-link.ts';
import { type App, createApp } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { DemoNetwork } from './demo-officers.ts';
import { demoBank } from './demo-tests-text.ts';

const blueprint = [
  { competency: 'K1', questions: 3 },
  { competency: 'K2', questions: 3 },
  { competency: 'K4', questions: 2 },
  { competency: 'K5', questions: 2 },
];
/** So many press start in the same minute. */
const together = 12;

/** Every seminar of the ministry: results for those that are over, tests waiting for those to come. */
export async function fillTests(running: App, network: DemoNetwork): Promise<void> {
  let clock = running.ground.now();
  const app = createApp({ ...running.ground, now: () => clock });
  const setNow = (now: Date) => {
    clock = now;
  };
  const organiser = network.officers.find(({ email }) => email === 'officer.moi@demo.example')!.signedIn;
  const unitId = organiser.appointments.find(({ role }) => role === 'organiser')!.unitId;
  const imported = await app.assessments.bank.import(organiser, {
    id: randomUUID(),
    unitId,
    isShared: true,
    fileName: 'bank.gift',
    bytes: Buffer.from(demoBank),
  });
  must(imported);
  const end = running.ground.now();
  for (const seminar of await running.projects.list(organiser)) {
    if (!seminar.isOwn) continue;
    const board = await running.attendance.board(organiser, seminar.id, { locale: 'th' });
    const seats = (board?.people ?? []).filter(({ state }) => state === 'confirmed').map(({ id }) => id);
    await setTests(app, organiser, seminar);
    if (seminar.endsOn < civilDate(end) && seats.length > 0) await takeAll(app, setNow, seminar.id, seats);
    setNow(end);
  }
}

type Days = { readonly id: string; readonly startsOn: string; readonly endsOn: string };

async function setTests(
  app: App,
  organiser: SignedIn,
  { id: seminarId, startsOn, endsOn }: Days,
): Promise<void> {
  must(await app.assessments.saveBlueprint(organiser, { seminarId, blueprint }));
  for (const [phase, day, from, to] of [
    ['pre', startsOn, '08:00', '09:30'],
    ['post', endsOn, '15:00', '17:00'],
  ] as const) {
    must(
      await app.assessments.saveTest(organiser, {
        id: randomUUID(),
        seminarId,
        phase,
        opensAt: new Date(`${day}T${from}:00+07:00`),
        closesAt: new Date(`${day}T${to}:00+07:00`),
        minutes: 20,
        graceMinutes: 2,
        tries: 1,
        showsAnswers: true,
        changedAt: undefined,
      }),
    );
    must(await app.assessments.release(organiser, { seminarId, phase }));
  }
}

async function takeAll(
  app: App,
  setNow: (now: Date) => void,
  seminarId: string,
  seats: readonly string[],
): Promise<void> {
  const tests = await app.ground.databases.worker
    .selectFrom('seminars.test')
    .select(['id', 'phase', 'opens_at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('opens_at')
    .execute();
  for (const { id: testId, phase, opens_at: opensAt } of tests)
    for (let from = 0; from < seats.length; from += together) {
      setNow(new Date(opensAt.getTime() + (2 + from / together) * 60_000));
      await Promise.all(
        seats.slice(from, from + together).map((seat, at) => {
          const place = from + at;
          // One in twelve came too late for the first, one in fifteen left before the second.
          if (phase === 'pre' ? place % 12 === 11 : place % 15 === 14) return undefined;
          // From 0.15 to 0.7 before; after, half of what was missing is known.
          const before = 0.15 + ((place * 37) % 56) / 100;
          const knows = phase === 'pre' ? before : before + (1 - before) * 0.5;
          return takeOne(app, { testId, seat, knows, place });
        }),
      );
    }
}

type Taker = {
  readonly testId: string;
  readonly seat: string;
  readonly knows: number;
  readonly place: number;
};

async function takeOne(app: App, { testId, seat, knows, place: person }: Taker): Promise<void> {
  const { take } = app.assessments;
  const taking = { token: seatToken(app.ground.secrets.tokenKey, seat), testId };
  const attemptId = randomUUID();
  must(await take.start({ ...taking, attemptId }));
  const keys = await keysOf(app, attemptId);
  const fields = new Map<string, string[]>();
  for (const [place, key] of keys.entries()) {
    const chance = ((person * 61 + place * 29 + (testId.codePointAt(0) ?? 0) * 7) % 100) / 100;
    fill(fields, place, key, chance < knows);
  }
  for (let page = 1; page <= Math.ceil(keys.length / 5); page++)
    must(
      await take.save({
        ...taking,
        attemptId,
        saveId: randomUUID(),
        page,
        fields: { get: (name) => fields.get(name)?.[0], all: (name) => fields.get(name) ?? [] },
      }),
    );
  must(await take.finish({ ...taking, attemptId }));
}

async function keysOf(app: App, attemptId: string): Promise<readonly Key[]> {
  return app.ground.databases.worker.transaction().execute(async (trx) => {
    const { rows } = await sql<{ q: string; v: number }>`
      select drawn.what ->> 'q' as q, (drawn.what ->> 'v')::int as v
      from seminars.test_attempt, jsonb_array_elements(drawn) with ordinality as drawn (what, place)
      where id = ${attemptId}
      order by drawn.place`.execute(trx);
    const keys = await selectKeys(
      trx,
      rows.map(({ q }) => q),
    );
    return rows.map(({ q, v }) => keys.get(`${q} ${v}`)!);
  });
}

/** As a browser would post it: what is right, or the next thing to it. */
function fill(fields: Map<string, string[]>, place: number, key: Key, isKnown: boolean): void {
  const answer = rightAnswer(key);
  switch (answer.kind) {
    case 'single':
      fields.set(fieldName(place), [String(isKnown ? answer.chosen : (answer.chosen + 1) % 4)]);
      break;
    case 'multiple':
      fields.set(fieldName(place), (isKnown ? answer.chosen : answer.chosen.slice(1)).map(String));
      break;
    case 'short':
      if (isKnown) fields.set(fieldName(place), [answer.text]);
      break;
    case 'matching':
      for (const [at, pair] of answer.pairs.entries())
        fields.set(partName(place, at), [String(isKnown || at > 1 ? pair : (answer.pairs[1 - at] ?? 0))]);
      break;
    case 'ordering':
      for (const [at, where] of answer.places.entries())
        fields.set(partName(place, at), [String(isKnown || where! > 1 ? where : 1 - where!)]);
      break;
  }
}

function must(answer: { readonly ok: boolean; readonly code?: string }): void {
  if (!answer.ok) throw new Error(`the demonstration was refused: ${answer.code}`);
}
