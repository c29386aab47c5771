/** For tests only: a bank of questions, a seminar with released tests, and people who take them without a browser. */
import { randomUUID } from 'node:crypto';
import { createSeminarWorld } from '../../testing/world.ts';
import { fieldName, type PostedFields, partName } from '../answer-form.ts';
import { rightAnswer } from '../marking-rules.ts';
import type { Draft, Key } from '../question.ts';
import type { TestForm } from '../save-test.ts';

export type AssessmentWorld = Awaited<ReturnType<typeof createAssessmentWorld>>;

const stems = {
  single: 'ข้อใดเป็นโทษทางวินัยอย่างร้ายแรง',
  multiple: 'ข้อใดเป็นโทษทางวินัย',
  matching: 'จับคู่หน่วยงานกับหน้าที่',
  ordering: 'เรียงขั้นตอนการรับเรื่อง',
  short: 'ต้องแจ้งภายในกี่วัน',
};

/** A question of each kind by turns. */
export function aDraft(at: number, competency: string): Draft {
  const kind = (['single', 'multiple', 'matching', 'ordering', 'short'] as const)[at % 5]!;
  const about = {
    stem: { th: `${stems[kind]} (${competency} ${at})`, en: `Question ${competency} ${at}` },
    competencies: [competency],
    difficulty: 2 as const,
  };
  const words = (th: string) => ({ th });
  switch (kind) {
    case 'single':
    case 'multiple':
      return {
        ...about,
        kind,
        choices: ['ปลดออก', 'ไล่ออก', 'เลี้ยงอาหาร', 'ให้พัก'].map((th, place) => ({
          th,
          isRight: kind === 'single' ? place === 1 : place < 2,
        })),
      };
    case 'matching':
      return {
        ...about,
        kind,
        pairs: ['หนึ่ง', 'สอง', 'สาม'].map((th) => ({ left: words(th), right: words(`หน้าที่${th}`) })),
      };
    case 'ordering':
      return { ...about, kind, items: ['รับเรื่อง', 'ตรวจสอบ', 'แจ้งผล'].map(words) };
    case 'short':
      return { ...about, kind, accepted: ['30 วัน', 'สามสิบวัน'] };
  }
}

export async function createAssessmentWorld() {
  const world = await createSeminarWorld();
  const { assessments } = world.app;
  // Soon, since the officers' sessions are of today.
  const opens = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 120_000);

  const aQuestion = async (draft: Draft, { isShared = false }: { isShared?: boolean } = {}) => {
    const id = randomUUID();
    const saved = await assessments.bank.save(await world.as(world.organiser), {
      id,
      versionId: randomUUID(),
      version: 0,
      unitId: world.unit('MOI'),
      isShared,
      draft,
    });
    if (!saved.ok) throw new Error(`refused: ${saved.code}`);
    return id;
  };

  /** Ten questions of K1 and ten of S1. */
  const aBank = async () => {
    for (const code of ['K1', 'S1']) for (let at = 0; at < 10; at++) await aQuestion(aDraft(at, code));
  };

  const aTestForm = (seminarId: string, change: Partial<TestForm> = {}): TestForm => ({
    id: randomUUID(),
    seminarId,
    phase: 'post',
    opensAt: opens,
    closesAt: new Date(opens.getTime() + 3_600_000),
    minutes: undefined,
    graceMinutes: 2,
    tries: 1,
    showsAnswers: true,
    changedAt: undefined,
    ...change,
  });

  /** A seminar with a released test of five questions of K1 and one of S1; the clock stands just after its opening. */
  const aReleasedTest = async (change: Partial<TestForm> = {}) => {
    world.setNow(new Date(opens.getTime() - 60_000));
    const seminarId = await world.aSeminar();
    const organiser = await world.as(world.organiser);
    const must = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
      if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
      return outcome.value;
    };
    must(
      await assessments.saveBlueprint(organiser, {
        seminarId,
        blueprint: [
          { competency: 'K1', questions: 5 },
          { competency: 'S1', questions: 1 },
        ],
      }),
    );
    const form = aTestForm(seminarId, change);
    must(await assessments.saveTest(organiser, form));
    must(await assessments.release(organiser, { seminarId, phase: form.phase }));
    world.setNow(new Date(opens.getTime() + 60_000));
    return { seminarId, testId: form.id, opens };
  };

  const keysOf = async (attemptId: string): Promise<readonly Key[]> => {
    const { drawn } = await world.db.owner
      .selectFrom('seminars.test_attempt')
      .select('drawn')
      .where('id', '=', attemptId)
      .executeTakeFirstOrThrow();
    const all = drawn as unknown as { q: string; v: number }[];
    const rows = await world.db.owner.selectFrom('seminars.question_key').selectAll().execute();
    return all.map(
      ({ q, v }) => rows.find((row) => row.question_id === q && row.version === v)!.key as unknown as Key,
    );
  };

  /** What a browser would post for everything right on one page, or on the given places only. */
  const rightFields = async (attemptId: string, places?: readonly number[]): Promise<PostedFields> => {
    const found = new Map<string, string[]>();
    for (const [place, key] of (await keysOf(attemptId)).entries()) {
      if (places && !places.includes(place)) continue;
      const answer = rightAnswer(key);
      if (answer.kind === 'single') found.set(fieldName(place), [String(answer.chosen)]);
      if (answer.kind === 'multiple') found.set(fieldName(place), answer.chosen.map(String));
      if (answer.kind === 'short') found.set(fieldName(place), [answer.text]);
      if (answer.kind === 'matching')
        for (const [at, pair] of answer.pairs.entries()) found.set(partName(place, at), [String(pair)]);
      if (answer.kind === 'ordering')
        for (const [at, where] of answer.places.entries()) found.set(partName(place, at), [String(where)]);
    }
    return { get: (name) => found.get(name)?.[0], all: (name) => found.get(name) ?? [] };
  };

  return { ...world, opens, aQuestion, aBank, aTestForm, aReleasedTest, keysOf, rightFields };
}
