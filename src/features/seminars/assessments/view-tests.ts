/** The organiser's pages of tests: what is set, how many are at it, what came out. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectSeats } from '../attendance/attendance.queries.ts';
import { type CompletionRule, selectRule } from '../attendance/completion-rule.ts';
import { centreName } from '../attendance/view-attendance.ts';
import type { Seminar } from '../seminar.ts';
import type { Blueprint, Phase } from './drawing-rules.ts';
import { settleAttempts } from './mark-attempts.ts';
import { type Competency, draftOf, selectCompetencies } from './question.queries.ts';
import type { Draft } from './question.ts';
import { selectScored, selectStems } from './result.queries.ts';
import {
  bothOf,
  type Gain,
  gainByCentre,
  gainByCompetency,
  gainOf,
  itemFigures,
  meanOf,
  tenths,
} from './result-rules.ts';
import type { Parts } from './save-question.ts';
import { organisedSeminar, sampleDraw } from './save-test.ts';
import { type Counts, selectBlueprint, selectCounts, selectDrawable, selectTests } from './test.queries.ts';
import { type SeminarTest, stageOf, type TestStage } from './test.ts';

export type TestsView = {
  readonly seminar: Seminar;
  readonly rule: CompletionRule;
  readonly blueprint: readonly (Competency & {
    readonly questions: number;
    /** Questions of the bank that could be drawn for it now. */
    readonly available: number;
  })[];
  /** The pool is fixed: a test has been released. */
  readonly isFixed: boolean;
  readonly tests: readonly (SeminarTest & Counts & { readonly stage: TestStage })[];
  readonly seats: number;
};

/** Undefined for whoever does not organise the seminar. */
export async function viewTests(
  { ground }: Parts,
  signedIn: SignedIn,
  seminarId: string,
): Promise<TestsView | undefined> {
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organisedSeminar(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const blueprint = new Map(
      (await selectBlueprint(trx, seminar.id)).map(({ competency, questions }) => [competency, questions]),
    );
    const drawable = await selectDrawable(trx);
    const counts = await selectCounts(trx, seminar.id);
    const tests = await selectTests(trx, seminar.id);
    const seats = await selectSeats(trx, seminar.id);
    return {
      seminar,
      rule: await selectRule(trx, seminar),
      blueprint: (await selectCompetencies(trx, civilDate(now))).map((competency) => ({
        ...competency,
        questions: blueprint.get(competency.code) ?? 0,
        available: drawable.filter(({ competencies }) => competencies.includes(competency.code)).length,
      })),
      isFixed: tests.some(({ poolId }) => poolId !== undefined),
      tests: tests.map((test) => ({
        ...test,
        ...(counts.get(test.id) ?? { started: 0, finished: 0 }),
        stage: stageOf(test, now),
      })),
      seats: seats.filter(({ state }) => state === 'confirmed').length,
    };
  });
}

export type Preview = {
  readonly seminar: Seminar;
  readonly tests:
    | Readonly<Record<Phase, readonly { readonly competency: string; readonly draft: Draft }[]>>
    | undefined;
};

/** Both tests as one participant might get them, with what is right. */
export async function previewTests(
  { ground }: Parts,
  signedIn: SignedIn,
  { seminarId, seed }: { readonly seminarId: string; readonly seed: string },
): Promise<Preview | undefined> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organisedSeminar(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const draw = await sampleDraw(trx, seminarId, seed);
    if (!draw.ok || draw.tests.pre.length === 0) return { seminar: allowed.seminar, tests: undefined };
    const all = [...draw.tests.pre, ...draw.tests.post];
    const rows = await trx
      .selectFrom('seminars.question_version as version')
      .innerJoin('seminars.question_key as key', (join) =>
        join
          .onRef('key.question_id', '=', 'version.question_id')
          .onRef('key.version', '=', 'version.version'),
      )
      .where(
        'version.question_id',
        'in',
        all.map(({ id }) => id),
      )
      .select([
        'version.question_id',
        'version.version',
        'version.stem_th',
        'version.stem_en',
        'version.body',
        'version.competencies',
        'version.difficulty',
        'key.key',
      ])
      .execute();
    const drafts = new Map(rows.map((row) => [`${row.question_id} ${row.version}`, draftOf(row)]));
    const of = (phase: Phase) =>
      draw.tests[phase].flatMap(({ id, version, competency }) => {
        const draft = drafts.get(`${id} ${version}`);
        return draft ? [{ competency, draft }] : [];
      });
    return { seminar: allowed.seminar, tests: { pre: of('pre'), post: of('post') } };
  });
}

export type PhaseResults = {
  readonly phase: Phase;
  readonly people: number;
  readonly mean: number | undefined;
  readonly tenths: readonly number[];
  readonly passed: number | undefined;
};
export type ResultsView = {
  readonly seminar: Seminar;
  readonly rule: CompletionRule;
  readonly blueprint: Blueprint;
  readonly phases: readonly PhaseResults[];
  readonly gain: Gain | undefined;
  readonly byCompetency: readonly (Competency & { readonly gain: Gain | undefined })[];
  readonly byCentre: readonly { readonly centre: string | undefined; readonly gain: Gain }[];
  readonly items: readonly {
    readonly questionId: string;
    readonly stem: { readonly th: string; readonly en: string | undefined } | undefined;
    readonly answers: number;
    readonly facility: number | undefined;
    readonly discrimination: number | undefined;
  }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly centre: string;
    readonly pre: number | undefined;
    readonly post: number | undefined;
    readonly isPassed: boolean | undefined;
  }[];
};

/** Everything that came out. Attempts whose time has run out are ended and marked first. */
export async function viewResults(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  locale: Locale,
): Promise<ResultsView | undefined> {
  const { ground, network } = parts;
  const centres = new Map(
    (await network.listCentres(ground.now())).map((centre) => [centre.id, centreName(centre, locale)]),
  );
  const mayLook = await actingAs(ground.databases.officer, signedIn.actor, async (trx) =>
    organisedSeminar(trx, signedIn, seminarId),
  );
  if (!mayLook.ok) return undefined;
  await settleAttempts(parts, { seminarId });
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organisedSeminar(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const rule = await selectRule(trx, seminar);
    const scored = await selectScored(trx, seminar.id);
    const blueprint = await selectBlueprint(trx, seminar.id);
    const stems = await selectStems(trx, seminar.id);
    const known = await selectCompetencies(trx, civilDate(ground.now()));
    const both = bothOf(scored.pre, scored.post);
    const isPassed = (share: number) => share * 100 >= rule.postTestPercent;
    const byCompetency = gainByCompetency(
      both,
      blueprint.map(({ competency }) => competency),
    );
    const shareOf = (phase: Phase) =>
      new Map(scored[phase].map(({ registrationId, share }) => [registrationId, share]));
    const [pre, post] = [shareOf('pre'), shareOf('post')];
    return {
      seminar,
      rule,
      blueprint,
      phases: (['pre', 'post'] as const).map((phase) => {
        const shares = scored[phase].map(({ share }) => share);
        return {
          phase,
          people: shares.length,
          mean: meanOf(shares),
          tenths: tenths(shares),
          passed: phase === 'post' ? shares.filter(isPassed).length : undefined,
        };
      }),
      gain: gainOf(both.map((each) => ({ pre: each.pre.share, post: each.post.share }))),
      byCompetency: byCompetency.map(({ competency, gain }) => ({
        ...(known.find(({ code }) => code === competency) ?? { code: competency, nameTh: '', nameEn: '' }),
        gain,
      })),
      byCentre: gainByCentre(both).map(({ unitId, gain }) => ({
        centre: unitId === undefined ? undefined : (centres.get(unitId) ?? ''),
        gain,
      })),
      items: itemFigures([...scored.pre, ...scored.post])
        .map(({ version: _, ...item }) => ({ ...item, stem: stems.get(item.questionId) }))
        .sort((a, b) => (a.discrimination ?? 2) - (b.discrimination ?? 2)),
      people: (await selectSeats(trx, seminar.id)).map((seat) => {
        const after = post.get(seat.id);
        return {
          id: seat.id,
          name: seat.name,
          centre: centres.get(seat.unitId) ?? '',
          pre: pre.get(seat.id),
          post: after,
          isPassed: after === undefined ? undefined : isPassed(after),
        };
      }),
    };
  });
}
