/** Questions between centres: asked once, answered by whoever knows, confirmed by the ministry's centre. */
import { z } from 'zod';
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { appointmentFor } from './question.policies.ts';
import {
  insertAnswer,
  insertQuestion,
  selectAnswers,
  selectQuestions,
  verifyAnswer,
} from './question.queries.ts';
import type { Answer, Question, QuestionField } from './question.ts';
import { alike } from './question-rules.ts';

export type { Answer, Question };

export type QuestionView = {
  readonly question: Question;
  readonly answers: readonly (Answer & { readonly mayVerify: boolean })[];
  readonly mayAnswer: boolean;
};

type Refusal<C extends string> = { readonly ok: false; readonly code: C };
export type AskAnswer =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: 'forbidden' }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly QuestionField[] };
export type ReplyAnswer = { readonly ok: true } | Refusal<'forbidden' | 'not-found' | 'too-short'>;
export type VerifyAnswer = { readonly ok: true } | Refusal<'forbidden' | 'own-answer' | 'not-found'>;

export type Questions = {
  readonly mayAsk: (signedIn: SignedIn) => boolean;
  /** Newest first, or those that share words with `search`. */
  readonly list: (signedIn: SignedIn, search?: string) => Promise<readonly Question[]>;
  readonly view: (signedIn: SignedIn, id: string) => Promise<QuestionView | undefined>;
  /** Questions that may ask the same as these words. */
  readonly alike: (signedIn: SignedIn, words: string) => Promise<readonly Question[]>;
  readonly ask: (signedIn: SignedIn, input: Record<string, unknown>) => Promise<AskAnswer>;
  /** Answers under `id`; safe to repeat. */
  readonly answer: (
    signedIn: SignedIn,
    questionId: string,
    input: { readonly id: string; readonly body: string },
  ) => Promise<ReplyAnswer>;
  readonly verify: (signedIn: SignedIn, questionId: string, answerId: string) => Promise<VerifyAnswer>;
};

const newQuestion = z.object({
  id: z.uuid(),
  topic: z.string().min(2).max(40),
  title: z.string().trim().min(5).max(200),
  body: z.string().trim().min(10).max(4000),
});
const newAnswer = z.object({ id: z.uuid(), body: z.string().trim().min(2).max(6000) });
const isUuid = (text: string) => z.uuid().safeParse(text).success;
const tokensOf = (text: string) => [...new Set(searchTokens(text.slice(0, 5000), dictionaryNow()))];

export function createQuestions(ground: Ground, network: Network): Questions {
  const { now } = ground;
  const acting = <T>(signedIn: SignedIn, work: (trx: InTransaction) => Promise<T>) =>
    actingAs(ground.databases.officer, signedIn.actor, work);
  const root = async () =>
    (await network.listCentres(now())).find(({ parentCode }) => parentCode === undefined)?.id ?? -1;
  const record = (
    trx: InTransaction,
    act: string,
    object: string,
    id: string,
    held: { unitCode: string; role: string },
  ) =>
    recordAct(trx, {
      act: `questions.${act}`,
      object,
      id,
      unit: held.unitCode,
      role: held.role,
      at: now().toISOString(),
    });
  return {
    mayAsk: ({ appointments }) => appointmentFor('ask', appointments) !== undefined,
    list: (signedIn, search = '') =>
      acting(signedIn, (trx) => selectQuestions(trx, search.trim() ? { tokens: tokensOf(search) } : {})),
    alike: async (signedIn, words) => {
      const tokens = tokensOf(words);
      if (tokens.length === 0) return [];
      return alike(tokens, await acting(signedIn, (trx) => selectQuestions(trx, { tokens, limit: 30 })));
    },
    view: async (signedIn, id) => {
      if (!isUuid(id)) return undefined;
      const verifies = appointmentFor('verify', signedIn.appointments, await root()) !== undefined;
      return acting(signedIn, async (trx) => {
        const [question] = await selectQuestions(trx, { id });
        if (!question) return undefined;
        return {
          question,
          mayAnswer: appointmentFor('answer', signedIn.appointments) !== undefined,
          answers: (await selectAnswers(trx, id)).map((answer) => ({
            ...answer,
            mayVerify: verifies && !answer.isVerified && answer.answeredBy !== signedIn.person.id,
          })),
        };
      });
    },
    ask: async (signedIn, input) => {
      const held = appointmentFor('ask', signedIn.appointments);
      if (!held) return { ok: false, code: 'forbidden' };
      const parsed = newQuestion.safeParse(input);
      if (!parsed.success)
        return {
          ok: false,
          code: 'fields',
          fields: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as QuestionField))],
        };
      const question = parsed.data;
      return acting(signedIn, async (trx) => {
        const isNew = await insertQuestion(trx, {
          ...question,
          unit_id: held.unitId,
          asked_by: signedIn.person.id,
          tokens: tokensOf(`${question.title}\n${question.body}`),
          asked_at: now(),
        });
        if (isNew) await record(trx, 'asked', 'question', question.id, held);
        return { ok: true, id: question.id };
      });
    },
    answer: async (signedIn, questionId, input) => {
      const held = appointmentFor('answer', signedIn.appointments);
      if (!held) return { ok: false, code: 'forbidden' };
      const parsed = newAnswer.safeParse(input);
      if (!parsed.success) return { ok: false, code: 'too-short' };
      return acting(signedIn, async (trx) => {
        const known = isUuid(questionId) && (await selectQuestions(trx, { id: questionId })).length > 0;
        if (!known) return { ok: false, code: 'not-found' };
        const isNew = await insertAnswer(trx, {
          ...parsed.data,
          question_id: questionId,
          unit_id: held.unitId,
          answered_by: signedIn.person.id,
          answered_at: now(),
        });
        if (isNew) await record(trx, 'answered', 'answer', parsed.data.id, held);
        return { ok: true };
      });
    },
    verify: async (signedIn, questionId, answerId) => {
      const held = appointmentFor('verify', signedIn.appointments, await root());
      if (!held) return { ok: false, code: 'forbidden' };
      return acting(signedIn, async (trx) => {
        const answers = isUuid(questionId) ? await selectAnswers(trx, questionId) : [];
        const answer = answers.find(({ id }) => id === answerId);
        if (!answer) return { ok: false, code: 'not-found' };
        if (answer.answeredBy === signedIn.person.id) return { ok: false, code: 'own-answer' };
        if (await verifyAnswer(trx, answerId, signedIn.person.id, now()))
          await record(trx, 'verified', 'answer', answerId, held);
        return { ok: true };
      });
    },
  };
}
