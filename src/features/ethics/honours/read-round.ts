/** A round as whoever runs or approves it sees it, and published rolls as anybody does. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { bodyName, centreName } from '../standing.ts';
import { selectCategories } from './category.queries.ts';
import { selectRoll, selectRounds } from './honour.queries.ts';
import type { Category, Honoured, Round } from './honour.ts';
import { byThaiName } from './honour-rules.ts';
import { approvesHonours, runsHonours } from './honours.policies.ts';
import { nameOf } from './read-honours.ts';
import { standsIn } from './run-round.ts';

export type RollSection = {
  readonly code: string;
  readonly name: string;
  /** Too few nominees for the category to be decided. */
  readonly isUndecided: boolean;
  readonly names: readonly { readonly name: string; readonly centre: string; readonly citation: string }[];
};

/** Sections in the order of categories; names by the Thai alphabet, without mark or rank. */
async function sectionsOf(
  { ground, network }: Parts,
  categories: readonly Category[],
  round: Pick<Round, 'fiscalYear' | 'undecided'>,
  roll: readonly Honoured[],
  locale: Locale,
): Promise<readonly RollSection[]> {
  const centres = await network.listCentres(ground.now());
  const of = (unitId: number) => {
    const centre = centres.find(({ id }) => id === unitId);
    return centre ? bodyName(centre, locale) : '';
  };
  return categories
    .filter(({ fiscalYear }) => fiscalYear === round.fiscalYear)
    .map((category) => ({
      code: category.code,
      name: nameOf(category, locale),
      isUndecided: round.undecided.includes(category.code),
      names: roll
        .filter(({ categoryCode }) => categoryCode === category.code)
        .map((one) => ({ ...one, nameTh: one.nameTh ?? of(one.unitId) }))
        .sort(byThaiName)
        .map((one) => ({
          name: (locale === 'en' ? one.nameEn : undefined) ?? one.nameTh,
          centre: of(one.unitId),
          citation: one.citation,
        })),
    }));
}

/** The published roll of a fiscal year (the newest unless asked), for anybody. */
export async function publishedHonours(parts: Parts, locale: Locale, asked?: number) {
  const db = parts.ground.databases.public;
  const rounds = await db
    .selectFrom('ethics.honour_round')
    .select(['id', 'fiscal_year', 'undecided', 'published_at'])
    .where('state', '=', 'published')
    .orderBy('fiscal_year', 'desc')
    .execute();
  const found = rounds.find((one) => one.fiscal_year === asked) ?? rounds[0];
  const years = rounds.map((one) => one.fiscal_year);
  if (!found?.published_at) return { years, fiscalYear: undefined, publishedAt: undefined, sections: [] };
  const round = { fiscalYear: found.fiscal_year, undecided: found.undecided };
  return {
    years,
    fiscalYear: round.fiscalYear,
    publishedAt: found.published_at,
    sections: await sectionsOf(
      parts,
      await selectCategories(db),
      round,
      await selectRoll(db, found.id),
      locale,
    ),
  };
}

export type RoundView = {
  readonly round: Round;
  readonly runs: boolean;
  readonly approves: boolean;
  /** A nominee, who neither closes nor approves. */
  readonly isNominee: boolean;
  readonly hasClosed: boolean;
  readonly members: readonly { readonly name: string; readonly scored: number; readonly toScore: number }[];
  readonly asked: readonly { readonly name: string; readonly isAnswered: boolean }[];
  /** The roll that waits for approval, or was approved. */
  readonly sections: readonly RollSection[];
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
  readonly centres: readonly { readonly id: number; readonly name: string }[];
};

/** Undefined for who neither runs nor approves, and while there is no round. */
export async function viewRound(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  askedCentre?: number,
): Promise<RoundView | undefined> {
  const { ground, network } = parts;
  const centres = await network.listCentres(ground.now());
  const runs = runsHonours(signedIn, centres) !== undefined;
  const approves = approvesHonours(signedIn, centres) !== undefined;
  if (!runs && !approves) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [round] = await selectRounds(trx);
    if (!round) return undefined;
    const isNominee = await standsIn(trx, round.id, signedIn.person.id);
    const { rows: progress } = await sql<{ member_id: string; scored: number; to_score: number }>`
      select member_id, scored, to_score from ethics.honour_progress(${round.id})`.execute(trx);
    const people = await network.findPeople(
      trx,
      progress.map((one) => one.member_id),
    );
    const asked = runs
      ? await trx
          .selectFrom('ethics.honour_clearance')
          .select(['unit_id', 'answer_id'])
          .where('round_id', '=', round.id)
          .execute()
      : [];
    const colleagues =
      runs && askedCentre !== undefined && round.state === 'scoring'
        ? await network.listColleagues(trx, askedCentre)
        : [];
    const nameIn = (one: { nameTh: string; nameEn?: string | undefined }) =>
      (locale === 'en' ? one.nameEn : undefined) ?? one.nameTh;
    return {
      round,
      runs,
      approves,
      isNominee,
      hasClosed: round.scoredBy === signedIn.person.id,
      members: progress
        .flatMap((one) => {
          const person = people.find(({ id }) => id === one.member_id);
          return person ? [{ name: nameIn(person), scored: one.scored, toScore: one.to_score }] : [];
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'th')),
      asked: centres.flatMap((centre) => {
        const row = asked.find((one) => one.unit_id === centre.id);
        return row ? [{ name: centreName(centre, locale), isAnswered: row.answer_id !== null }] : [];
      }),
      sections:
        (round.state === 'scored' && !isNominee) || round.state === 'published'
          ? await sectionsOf(
              parts,
              await selectCategories(trx),
              round,
              await selectRoll(trx, round.id),
              locale,
            )
          : [],
      candidates: colleagues.map((one) => ({ id: one.id, name: nameIn(one) })),
      centres: centres
        .filter(({ isOpen }) => isOpen)
        .map((centre) => ({ id: centre.id, name: centreName(centre, locale) })),
    };
  });
}
