/** The ministry opens the year's round, closes nomination and names the committee; a second person approves the roll. */
import { sql } from 'kysely';
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectCategories } from './category.queries.ts';
import { selectNominations, selectRound } from './honour.queries.ts';
import { mayClose } from './honour-rules.ts';
import { approvesHonours, runsHonours } from './honours.policies.ts';
import { honoursText } from './text.ts';

const uuid = z.uuid();
export const standsIn = async (trx: InTransaction, roundId: string, personId: string): Promise<boolean> =>
  (
    await sql<{
      stands: boolean;
    }>`select ethics.stands_in_honours(${roundId}, ${personId}) as stands`.execute(trx)
  ).rows[0]!.stands;

/** What every act on a round tells the ledger. */
const roundAct = (id: string, root: { readonly code: string }, now: Date) => ({
  object: 'honour-round',
  id,
  unit: root.code,
  at: now.toISOString(),
});

/** One a fiscal year: begun twice it is one. Refusals: `malformed`, `forbidden`, `not-begun` (the year has no category). */
export async function openRound(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id }: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  if (!uuid.safeParse(id).success) return refused('malformed');
  const now = ground.now();
  const root = runsHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const fiscalYear = fiscalYearOf(civilDate(now));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const categories = await selectCategories(trx);
    if (!categories.some((one) => one.fiscalYear === fiscalYear)) return refused('not-begun');
    const inserted = await trx
      .insertInto('ethics.honour_round')
      .values({ id, fiscal_year: fiscalYear, opened_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows)
      await recordAct(trx, {
        act: 'ethics.honours-opened',
        ...roundAct(id, root, now),
        facts: { fiscalYear },
      });
    const row = await trx
      .selectFrom('ethics.honour_round')
      .select('id')
      .where('fiscal_year', '=', fiscalYear)
      .executeTakeFirstOrThrow();
    return done({ id: row.id });
  });
}

/** Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `too-early`, `changed-meanwhile`. */
export async function closeNominations(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id, until }: { readonly id: string; readonly until: string },
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const root = runsHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const today = civilDate(now);
  if (!uuid.safeParse(id).success || !parseCivilDate(until) || until < today) return refused('malformed');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, id);
    if (!round) return refused('not-found');
    if (round.state === 'scoring' && round.scoringUntil === until) return done({ id });
    if (round.state !== 'nominating') return refused('changed-meanwhile');
    const categories = (await selectCategories(trx)).filter((one) => one.fiscalYear === round.fiscalYear);
    if (!mayClose(categories, today)) return refused('too-early');
    await sql`select ethics.close_honour_nominations(${id}, ${until}::date)`.execute(trx);
    const asked = await trx
      .selectFrom('ethics.honour_clearance')
      .select('unit_id')
      .where('round_id', '=', id)
      .execute();
    if (asked.length > 0)
      await raiseNotice(trx, {
        // One round, one notice.
        id,
        kind: 'reminder',
        objectId: `honours.${round.fiscalYear}`,
        titleTh: honoursText('th').notice.asked,
        titleEn: honoursText('en').notice.asked,
        href: '/office/honours/clearance',
        units: asked.map(({ unit_id }) => unit_id),
        roles: ['case-officer', 'head'],
        raisedBy: signedIn.person.id,
        at: now,
      });
    await recordAct(trx, {
      act: 'ethics.honours-nomination-closed',
      ...roundAct(id, root, now),
      facts: { until },
    });
    return done({ id });
  });
}

/** Gives the committee more days. Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `changed-meanwhile`, `not-later`. */
export async function extendScoring(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id, until }: { readonly id: string; readonly until: string },
): Promise<Outcome<{ id: string }>> {
  const now = ground.now();
  const root = runsHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  if (!uuid.safeParse(id).success || !parseCivilDate(until)) return refused('malformed');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, id);
    if (!round) return refused('not-found');
    if (round.state !== 'scoring') return refused('changed-meanwhile');
    if (round.scoringUntil === until) return done({ id });
    if (round.scoringUntil! > until) return refused('not-later');
    await sql`select ethics.extend_honour_scoring(${id}, ${until}::date)`.execute(trx);
    await recordAct(trx, {
      act: 'ethics.honours-scoring-extended',
      ...roundAct(id, root, now),
      facts: { until },
    });
    return done({ id });
  });
}

/** Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `changed-meanwhile`, `not-eligible` (nominee, nominator, has answered). */
export async function nameMember(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<Outcome<{ id: string }>> {
  if (!uuid.safeParse(id).success || !uuid.safeParse(personId).success) return refused('malformed');
  const now = ground.now();
  const root = runsHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, id);
    const [person] = await network.findPeople(trx, [personId]);
    if (!round || !person) return refused('not-found');
    if (round.state !== 'scoring') return refused('changed-meanwhile');
    const nominations = await selectNominations(trx, { roundId: id });
    const answered = await trx
      .selectFrom('ethics.honour_clearance')
      .select('unit_id')
      .where('round_id', '=', id)
      .where('answered_by', '=', personId)
      .executeTakeFirst();
    if (
      answered ||
      nominations.some(
        (one) => one.state === 'handed-in' && [one.nominatedBy, one.supportedBy].includes(personId),
      ) ||
      (await standsIn(trx, id, personId))
    )
      return refused('not-eligible');
    const inserted = await trx
      .insertInto('ethics.honour_member')
      .values({ round_id: id, person_id: personId, named_by: signedIn.person.id, named_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows)
      await recordAct(trx, { act: 'ethics.honours-member-named', ...roundAct(id, root, now) });
    return done({ id });
  });
}

/**
 * Has the roll drawn up. Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `own-honour`, `changed-meanwhile`,
 * `unanswered`, `scores-missing`; none depends on a mark or an answer, only on whether they were given.
 */
export async function closeScoring(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id }: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  if (!uuid.safeParse(id).success) return refused('malformed');
  const now = ground.now();
  const root = runsHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const work = async (trx: InTransaction): Promise<Outcome<{ id: string }>> => {
    const round = await selectRound(trx, id);
    if (!round) return refused('not-found');
    if (round.state === 'scored' && round.scoredBy === signedIn.person.id) return done({ id });
    if (round.state !== 'scoring') return refused('changed-meanwhile');
    if (await standsIn(trx, id, signedIn.person.id)) return refused('own-honour');
    const open = await trx
      .selectFrom('ethics.honour_clearance')
      .select('unit_id')
      .where('round_id', '=', id)
      .where('answer_id', 'is', null)
      .executeTakeFirst();
    if (open) return refused('unanswered');
    await sql`select ethics.close_honour_scoring(${id})`.execute(trx);
    await recordAct(trx, { act: 'ethics.honours-scoring-closed', ...roundAct(id, root, now) });
    return done({ id });
  };
  return actingAs(ground.databases.officer, signedIn.actor, work).catch((error: { code?: string }) => {
    // object_not_in_prerequisite_state: too few scores, which only the database can count.
    if (error.code === '55000') return refused('scores-missing');
    throw error;
  });
}

/** Safe to repeat. Refusals: `malformed`, `forbidden`, `not-found`, `second-person`, `own-honour`, `changed-meanwhile`. */
export async function approveRoll(
  { ground, network }: Parts,
  signedIn: SignedIn,
  { id }: { readonly id: string },
): Promise<Outcome<{ id: string }>> {
  if (!uuid.safeParse(id).success) return refused('malformed');
  const now = ground.now();
  const root = approvesHonours(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const round = await selectRound(trx, id);
    if (!round) return refused('not-found');
    if (round.scoredBy === signedIn.person.id) return refused('second-person');
    if (round.state === 'published') return done({ id });
    if (round.state !== 'scored') return refused('changed-meanwhile');
    if (await standsIn(trx, id, signedIn.person.id)) return refused('own-honour');
    await sql`select ethics.publish_honours(${id}, ${now})`.execute(trx);
    await recordAct(trx, {
      act: 'ethics.honours-published',
      ...roundAct(id, root, now),
      facts: { fiscalYear: round.fiscalYear },
    });
    return done({ id });
  });
}
