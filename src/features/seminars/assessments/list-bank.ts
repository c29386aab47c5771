/** The bank as an officer sees it: found by words in Thai or English, filtered, and one question to edit. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { seminarRole } from '../seminar.policies.ts';
import { isUuid } from './assessment.ts';
import type { BankQuery } from './bank-query.ts';
import { type Competency, selectBank, selectCompetencies, selectQuestion } from './question.queries.ts';
import { type Question, questionKinds } from './question.ts';
import type { Parts } from './save-question.ts';

export type Keeper = { readonly id: number; readonly code: string };

/** Centres for which the officer may write questions. */
export const keepersOf = ({ appointments }: SignedIn): readonly Keeper[] => [
  ...new Map(
    appointments
      .filter(({ unitId }) => seminarRole('organise', appointments, unitId))
      .map(({ unitId, unitCode }) => [unitId, { id: unitId, code: unitCode }]),
  ).values(),
];

export type BankView = {
  readonly questions: readonly Question[];
  readonly competencies: readonly Competency[];
  readonly keepers: readonly Keeper[];
};
const mostShown = 1_000;

export function listBank({ ground }: Parts, signedIn: SignedIn, asked: BankQuery): Promise<BankView> {
  const tokens = asked.search.trim() ? searchTokens(asked.search, dictionaryNow()) : [];
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => ({
    questions: await selectBank(
      trx,
      {
        tokens,
        competency: asked.competency || undefined,
        kind: questionKinds.find((kind) => kind === asked.kind),
        withRetired: asked.retired,
      },
      mostShown,
    ),
    competencies: await selectCompetencies(trx, civilDate(ground.now())),
    keepers: keepersOf(signedIn),
  }));
}

export type QuestionView = Omit<BankView, 'questions'> & {
  readonly question: Question | undefined;
  readonly mayWrite: boolean;
};

/** Undefined when there is none, or none for her; `new` opens an empty form. */
export function openQuestion(
  { ground }: Parts,
  signedIn: SignedIn,
  id: string | 'new',
): Promise<QuestionView | undefined> {
  const keepers = keepersOf(signedIn);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const question = isUuid(id) ? await selectQuestion(trx, id) : undefined;
    if (id !== 'new' && !question) return undefined;
    if (id === 'new' && keepers.length === 0) return undefined;
    return {
      question,
      competencies: await selectCompetencies(trx, civilDate(ground.now())),
      keepers,
      mayWrite: !question || keepers.some((keeper) => keeper.id === question.unitId),
    };
  });
}
