/** A centre's year as its page shows it: every item with where it stands, what it lacks, and what to do next. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectAnswers, selectLinks, selectSteps } from '../answers/answer.queries.ts';
import type { Answer, AnswerStep, Link } from '../answers/answer.ts';
import { answerSteps } from '../answers/answer.ts';
import {
  afterStep,
  isBroken,
  isOwnWork,
  isReview,
  type Lacking,
  lacks,
  type Readiness,
  readinessOf,
} from '../answers/answer-rules.ts';
import { selectBands, selectInForce, selectSets } from '../item-sets/item-set.queries.ts';
import type { GradeBand, Item, ItemSet } from '../item-sets/item-set.ts';
import { bandOf, bandsOn, gapsIn } from '../item-sets/item-set-rules.ts';
import type { CheckRun } from '../links/check-links.ts';
import { agencyType, type CentreName, centreFor, type DisclosureNeeds, lineOf, roleIn } from '../needs.ts';

export type ItemLine = {
  readonly item: Item;
  readonly answer: Answer | undefined;
  readonly links: readonly Link[];
  readonly lacking: readonly Lacking[];
};

export type CentreView = {
  readonly centre: CentreName;
  readonly fiscalYear: number;
  /** Years that have items in force, the latest first. */
  readonly years: readonly number[];
  readonly set: ItemSet;
  readonly gaps: readonly string[];
  readonly lines: readonly ItemLine[];
  readonly readiness: Readiness;
  /** The year before, if it had items. */
  readonly before: Readiness | undefined;
  readonly band: GradeBand | undefined;
  readonly pass: GradeBand | undefined;
  readonly run: CheckRun | undefined;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
};

/** The year asked for if it has items; else the present one; else the latest that has. Undefined when there is none at all. */
export async function yearWithItems(
  db: Queries,
  asked: number | undefined,
  now: Date,
): Promise<{ readonly year: number; readonly years: readonly number[] } | undefined> {
  const sets = await selectSets(db, { agencyType, state: 'in-force' });
  const years = sets.map(({ fiscalYear }) => fiscalYear);
  const present = fiscalYearOf(civilDate(now));
  const year = [asked, present].find((one) => one !== undefined && years.includes(one)) ?? years[0];
  return year === undefined ? undefined : { year, years };
}

/** Undefined for an unknown centre, one that is none of hers and none below hers, or a year without items. */
export async function viewCentre(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  unitCode: string,
  asked: number | undefined,
  locale: Locale,
): Promise<CentreView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  const centre = centres.find(({ code }) => code === unitCode);
  const isOwn = signedIn.appointments.some(({ unitId }) => unitId === centre?.id);
  if (!centre || !(isOwn || roleIn('oversee', signedIn, centres, centre.id))) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const found = await yearWithItems(trx, asked, now);
    const inForce = found && (await selectInForce(trx, found.year, agencyType));
    if (!found || !inForce) return undefined;
    const answers = await selectAnswers(trx, { unitIds: [centre.id], fiscalYears: [found.year] });
    const links = await selectLinks(
      trx,
      answers.map(({ id }) => id),
    );
    const codes = inForce.items.map(({ code }) => code);
    const readiness = readinessOf(codes, answers, links);
    const bands = bandsOn(await selectBands(trx), civilDate(now));
    return {
      centre: centreFor(centre, locale),
      fiscalYear: found.year,
      years: found.years,
      set: inForce.set,
      gaps: gapsIn(inForce.items),
      lines: inForce.items.map((item) => lineFor(item, answers, links)),
      readiness,
      before: await yearBefore(trx, centre.id, found.year),
      band: bandOf(bands, readiness.estimate),
      pass: bands.findLast(({ isPass }) => isPass),
      run: await latestRun(trx, centre.id, found.year),
      mayWrite: roleIn('write', signedIn, centres, centre.id) !== undefined,
      mayReview: roleIn('review', signedIn, centres, centre.id) !== undefined,
    };
  });
}

function lineFor(item: Item, answers: readonly Answer[], links: readonly Link[]): ItemLine {
  const answer = answers.find(({ itemCode }) => itemCode === item.code);
  const own = links.filter(({ answerId }) => answerId === answer?.id);
  const lacking = answer?.state === 'preparing' ? lacks(item, answer, own) : [];
  return {
    item,
    answer,
    links: own,
    // A link that has broken since then is to be mended in whatever state the answer is.
    lacking: lacking.length === 0 && own.some(isBroken) ? ['broken-links'] : lacking,
  };
}

async function yearBefore(db: Queries, unitId: number, year: number): Promise<Readiness | undefined> {
  const set = await selectInForce(db, year - 1, agencyType);
  if (!set) return undefined;
  const answers = await selectAnswers(db, { unitIds: [unitId], fiscalYears: [year - 1] });
  const codes = set.items.map(({ code }) => code);
  return readinessOf(codes, answers, []);
}

async function latestRun(db: Queries, unitId: number, fiscalYear: number): Promise<CheckRun | undefined> {
  const row = await db
    .selectFrom('disclosure.check_run')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('fiscal_year', '=', fiscalYear)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      total: row.total,
      done: row.done,
      askedAt: row.asked_at,
      finishedAt: row.finished_at ?? undefined,
    }
  );
}

export type ItemView = Omit<CentreView, 'lines' | 'readiness' | 'before' | 'band' | 'pass'> & {
  readonly line: ItemLine;
  /** Codes before and after in the set. */
  readonly around: { readonly previous: string | undefined; readonly next: string | undefined };
  readonly steps: readonly {
    readonly id: string;
    readonly step: AnswerStep;
    readonly words: string;
    readonly by: string;
    readonly at: Date;
  }[];
  /** Steps that this person may take now. */
  readonly maySteps: readonly AnswerStep[];
  /** She handed it in, or reviewed it, herself: another must go on. */
  readonly isOwnWork: boolean;
};

export async function viewItem(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  of: { readonly unitCode: string; readonly fiscalYear: number; readonly itemCode: string },
  locale: Locale,
): Promise<ItemView | undefined> {
  const { ground, network } = needs;
  const view = await viewCentre(needs, signedIn, of.unitCode, of.fiscalYear, locale);
  if (view?.fiscalYear !== of.fiscalYear) return undefined;
  const at = view.lines.findIndex(({ item }) => item.code === of.itemCode);
  const line = view.lines[at];
  if (!line) return undefined;
  const { lines, readiness: _readiness, before: _before, band: _band, pass: _pass, ...rest } = view;
  const { answer } = line;
  const steps = answer
    ? await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
        namedSteps(trx, network, answer.id, locale),
      )
    : [];
  const isOwn = answer !== undefined && isOwnWork(answer, signedIn.person.id);
  return {
    ...rest,
    line,
    around: { previous: lines[at - 1]?.item.code, next: lines[at + 1]?.item.code },
    steps,
    isOwnWork: isOwn && view.mayReview,
    maySteps: answerSteps.filter(
      (step) =>
        answer !== undefined &&
        afterStep(answer, step) !== undefined &&
        (isReview(step) ? view.mayReview && !isOwn : view.mayWrite),
    ),
  };
}

async function namedSteps(
  trx: InTransaction,
  network: DisclosureNeeds['network'],
  answerId: string,
  locale: Locale,
): Promise<ItemView['steps']> {
  const rows = await selectSteps(trx, answerId);
  const people = await network.findPeople(trx, [...new Set(rows.map(({ takenBy }) => takenBy))]);
  return rows.map(({ id, step, words, takenBy, takenAt }) => {
    const person = people.find((one) => one.id === takenBy);
    const by = locale === 'en' ? (person?.nameEn ?? person?.nameTh) : person?.nameTh;
    return { id, step, words, by: by ?? '', at: takenAt };
  });
}

/** Open centres for which the person answers, or in which she has any role. */
export async function ownCentres(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  locale: Locale,
): Promise<readonly CentreName[]> {
  const held = signedIn.appointments.map(({ unitId }) => unitId);
  return (await network.listCentres(ground.now()))
    .filter(({ id, isOpen }) => isOpen && held.includes(id))
    .map((centre) => centreFor(centre, locale));
}

/** Whether the person looks at other centres' answers at all. */
export async function oversees({ ground, network }: DisclosureNeeds, signedIn: SignedIn): Promise<boolean> {
  const centres = await network.listCentres(ground.now());
  return centres.some(
    ({ id }) =>
      lineOf(centres, id).length > 1 &&
      roleIn('oversee', signedIn, centres, id) !== undefined &&
      !signedIn.appointments.some(({ unitId }) => unitId === id),
  );
}
