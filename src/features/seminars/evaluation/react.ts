/**
 * A participant evaluates by her link. What she says is counted without her seat; the ledger gets no entry, because a time
 * beside a seat would say who said it.
 */
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { valuesOn } from '../learning/learning-rule.ts';
import { done, type Outcome, refused } from '../learning/outcome.ts';
import { readSeatToken } from '../seat-link.ts';
import { selectSeat, selectSeminar, selectSlots } from '../seminar.queries.ts';
import type { Seat, Seminar } from '../seminar.ts';
import { giveReaction, type Said, selectItems, selectReacted } from './evaluation.queries.ts';
import { type OpenEvaluation, ratings } from './evaluation.ts';
import { closesOn, formOf, hasHappened, itemsAbout, subjectsOf } from './evaluation-rules.ts';

/** Undefined for a link that was not made here. */
export async function openEvaluation(ground: Ground, token: string): Promise<OpenEvaluation | undefined> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return undefined;
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    return seat && seminar && evaluationOf(trx, { seat, seminar, now: ground.now() });
  });
}

/** Inside a transaction of the seat. */
export async function evaluationOf(
  trx: InTransaction,
  { seat, seminar, now }: { readonly seat: Seat; readonly seminar: Seminar; readonly now: Date },
): Promise<OpenEvaluation> {
  const subjects = subjectsOf(seminar, await selectSlots(trx, seminar.id));
  const form = formOf(await selectItems(trx, seminar.id), seminar);
  const said = await selectReacted(trx);
  const values = valuesOn(await selectLearningRules(trx), seminar.endsOn);
  const happened = subjects.filter((subject) => hasHappened(subject, seminar, now));
  const last = closesOn(seminar, values['evaluation-days']);
  const closed =
    seat.state !== 'confirmed' || seminar.state === 'cancelled'
      ? 'not-confirmed'
      : civilDate(now) > last
        ? 'over'
        : happened.length === 0
          ? 'not-begun'
          : undefined;
  return {
    seminar,
    closed,
    closesOn: last,
    open: closed
      ? []
      : happened
          .filter(({ id }) => !said.has(id))
          .map((subject) => ({ ...subject, items: itemsAbout(form, subject.about) }))
          .filter(({ items }) => items.length > 0),
    answered: subjects.filter(({ id }) => said.has(id)),
    ahead: subjects.length - happened.length,
  };
}

/** What was typed: `<subject>.<item>` → a mark or words. Subjects that were left empty stay open. */
export type Typed = ReadonlyMap<string, string>;

/** Safe to repeat: of what a seat has said already nothing is counted again. */
export async function react(
  ground: Ground,
  token: string,
  typed: Typed,
): Promise<Outcome<{ subjects: number }>> {
  const id = readSeatToken(ground.secrets.tokenKey, token);
  if (!id) return refused('not-found');
  return actingAsSeat(ground.databases.public, id, async (trx) => {
    const seat = await selectSeat(trx, id);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    if (!seat || !seminar) return refused('not-found');
    const { closed, open, answered } = await evaluationOf(trx, { seat, seminar, now: ground.now() });
    if (closed) return refused('not-now');
    const said = open
      .map((subject) => readSaid(subject, typed))
      .filter((one) => one.ratings.length + one.comments.length > 0);
    // A form sent twice comes back with parts that are answered by now: it is done, not empty.
    const isRepeated = answered.some((subject) =>
      [...typed].some(([name, value]) => name.startsWith(`${subject.id}.`) && value),
    );
    if (said.length === 0) return isRepeated ? done({ subjects: 0 }) : refused('nothing-said');
    // In one order, so that two forms of two seats do not wait for each other.
    for (const one of [...said].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1)))
      await giveReaction(trx, one);
    return done({ subjects: said.length });
  });
}

function readSaid({ id, items }: OpenEvaluation['open'][number], typed: Typed): Said {
  const saidOf = (item: string) => (typed.get(`${id}.${item}`) ?? '').trim();
  return {
    subjectId: id,
    ratings: items
      .filter(({ kind }) => kind === 'rating')
      .map((item) => ({ item: item.id, rating: Number(saidOf(item.id)) }))
      .filter(({ rating }) => (ratings as readonly number[]).includes(rating)),
    comments: items
      .filter(({ kind }) => kind === 'text')
      .map((item) => ({ item: item.id, comment: saidOf(item.id).slice(0, 2000) }))
      .filter(({ comment }) => comment !== ''),
  };
}
