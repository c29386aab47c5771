/** Self-assessments as lists and in full: for anybody the published levels, for officers what row-level security shows. */
import type { CentreKind, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { keptFor } from '../codes/enter-code.ts';
import type { Parts } from '../needs.ts';
import { bodyName, centreName, centresBelow, unitsWith } from '../standing.ts';
import { mayAssess, mayVerify } from './moral.policies.ts';
import {
  selectAssessment,
  selectAssessments,
  selectFiles,
  selectFrames,
  selectPublished,
  selectScores,
} from './moral.queries.ts';
import type { Assessment, Evidence, Frame, Level, Score } from './moral.ts';
import { frameFor } from './moral-rules.ts';

export type MoralRow = {
  readonly unitId: number;
  readonly name: string;
  readonly kind: CentreKind;
  readonly assessment: Assessment | undefined;
  /** The year before, once verified. */
  readonly before: { readonly percent: number; readonly level: Level } | undefined;
};
export type MoralList = {
  readonly fiscalYear: number;
  readonly presentYear: number;
  readonly frame: Frame | undefined;
  readonly rows: readonly MoralRow[];
  /** Centres for which she may begin this year's. */
  readonly toBegin: readonly { readonly id: number; readonly name: string }[];
  readonly keepsFrame: boolean;
};

const beforeOf = (all: readonly Assessment[], unitId: number, fiscalYear: number): MoralRow['before'] => {
  const row = all.find((one) => one.unitId === unitId && one.fiscalYear === fiscalYear - 1);
  return row?.percent === undefined || row.level === undefined
    ? undefined
    : { percent: row.percent, level: row.level };
};

/** Own centres and those below. */
export async function listMoral(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked?: number,
): Promise<MoralList> {
  const now = ground.now();
  const presentYear = fiscalYearOf(civilDate(now));
  const fiscalYear = asked ?? presentYear;
  const centres = await network.listCentres(now);
  const below = centresBelow(signedIn, centres);
  const own = unitsWith(signedIn.appointments).map(({ id }) => id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const all = await selectAssessments(trx, [fiscalYear, fiscalYear - 1]);
    const find = (unitId: number) =>
      all.find((one) => one.unitId === unitId && one.fiscalYear === fiscalYear);
    const open = centres.filter(({ isOpen }) => isOpen);
    return {
      fiscalYear,
      presentYear,
      frame: frameFor(await selectFrames(trx), fiscalYear),
      rows: open
        .filter(({ id }) => own.includes(id) || below.some((one) => one.id === id))
        .map((centre) => ({
          unitId: centre.id,
          name: centreName(centre, locale),
          kind: centre.kind,
          assessment: find(centre.id),
          before: beforeOf(all, centre.id, fiscalYear),
        })),
      toBegin:
        fiscalYear === presentYear
          ? open
              .filter(({ id }) => mayAssess(signedIn, id) && !find(id))
              .map((centre) => ({ id: centre.id, name: centreName(centre, locale) }))
          : [],
      keepsFrame: keptFor(signedIn, centres) !== undefined,
    };
  });
}

export type MoralView = {
  readonly assessment: Assessment;
  readonly name: string;
  readonly frame: Frame;
  readonly scores: readonly Score[];
  readonly files: readonly Evidence[];
  readonly mayWrite: boolean;
  readonly mayVerify: boolean;
};

/** Undefined when there is none that the officer may see. */
export async function viewMoral(
  { ground, network }: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<MoralView | undefined> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const assessment = await selectAssessment(trx, id);
    const centre = centres.find((one) => one.id === assessment?.unitId);
    if (!assessment || !centre) return undefined;
    const frame = (await selectFrames(trx)).find(
      (one) => one.fiscalYear === assessment.frameYear && one.version === assessment.frameVersion,
    )!;
    const { state } = assessment;
    return {
      assessment,
      name: centreName(centre, locale),
      frame,
      scores: await selectScores(trx, id),
      files: (await selectFiles(trx, id)).map(({ slot: _slot, sha256: _sha256, ...file }) => file),
      mayWrite: (state === 'draft' || state === 'returned') && mayAssess(signedIn, centre.id),
      mayVerify:
        mayVerify(signedIn, centre, centres) &&
        (state === 'verified' || (state === 'submitted' && assessment.submittedBy !== signedIn.person.id)),
    };
  });
}

/** Published levels of a fiscal year, for anybody. */
export async function publishedMoral({ ground, network }: Parts, locale: Locale, asked?: number) {
  const db = ground.databases.public;
  const now = ground.now();
  const all = await selectPublished(db);
  const years = [...new Set([fiscalYearOf(civilDate(now)), ...all.map((one) => one.fiscalYear)])].sort(
    (a, b) => b - a,
  );
  const fiscalYear = asked !== undefined && years.includes(asked) ? asked : years[0]!;
  const centres = await network.listCentres(now);
  const frames = await selectFrames(db);
  return {
    fiscalYear,
    years,
    frame: frameFor(frames, fiscalYear),
    rows: centres.flatMap((centre) => {
      const row = all.find((one) => one.unitId === centre.id && one.fiscalYear === fiscalYear);
      if (row?.level === undefined || row.percent === undefined) return [];
      return [
        {
          unitId: centre.id,
          name: bodyName(centre, locale),
          level: row.level,
          percent: row.percent,
          before: beforeOf(all, centre.id, fiscalYear),
        },
      ];
    }),
  };
}
