/** Situations and lessons: forms of corruption for everybody, lessons without persons between centres. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import type { Locale } from '#platform/text/messages.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { inForce } from '../offences/offence-rules.ts';
import { type DecisionAnswer, decideLesson } from './decide-lesson.ts';
import { type HandInAnswer, handInLesson } from './hand-in-lesson.ts';
import { findIdentifying, type Identifying } from './identifying.ts';
import { appointmentFor } from './lesson.policies.ts';
import { selectLessons, selectPublicLessons, selectTypologies } from './lesson.queries.ts';
import { type Lesson, lessonTexts, type PublicLesson, type Typology } from './lesson.ts';
import { decideProposal, listProposals, proposeTypology } from './propose-typology.ts';
import type { Proposal, ProposalAnswer } from './typology-proposal.ts';

export type { Proposal, ProposalAnswer } from './typology-proposal.ts';
export type { DecisionAnswer, HandInAnswer, Lesson, PublicLesson, Typology };

/** A lesson as one officer sees it, with what she may do. */
export type LessonView = {
  readonly lesson: Lesson;
  readonly isMine: boolean;
  readonly mayDecide: boolean;
  readonly mayOpenToPublic: boolean;
  /** Words that may tell who or where, shown to the two who work on it. */
  readonly hints: readonly Identifying[];
};

export type Lessons = {
  readonly typologies: (locale: Locale) => Promise<readonly Typology[]>;
  readonly published: () => Promise<readonly PublicLesson[]>;
  /** What the officer may read; `search` in Thai or English narrows it. */
  readonly list: (signedIn: SignedIn, search?: string) => Promise<readonly LessonView[]>;
  readonly view: (signedIn: SignedIn, id: string) => Promise<LessonView | undefined>;
  /** Centres for which she may hand in. */
  readonly centresOf: (signedIn: SignedIn) => readonly { readonly id: number; readonly code: string }[];
  readonly handIn: (
    signedIn: SignedIn,
    unitId: number,
    input: Record<string, unknown>,
    revision?: number,
  ) => Promise<HandInAnswer>;
  readonly decide: (
    signedIn: SignedIn,
    id: string,
    input: Record<string, unknown>,
  ) => Promise<DecisionAnswer>;
  /** Forms that centres proposed for the library: her centres', for the ministry all. */
  readonly proposals: (signedIn: SignedIn) => Promise<readonly Proposal[]>;
  readonly propose: (signedIn: SignedIn, input: Record<string, unknown>) => Promise<ProposalAnswer>;
  readonly decideProposal: (signedIn: SignedIn, input: Record<string, unknown>) => Promise<ProposalAnswer>;
  /** Words in a text that certainly tell who somebody is: names with titles, numbers, addresses of persons. */
  readonly personsIn: (text: string) => readonly string[];
};

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export function createLessons(ground: Ground, network: Network): Lessons {
  const { databases, now } = ground;
  const root = async () =>
    (await network.listCentres(now())).find(({ parentCode }) => parentCode === undefined)?.id ?? -1;
  const needs = { ground, root };
  const read = async (signedIn: SignedIn, asked: { id?: string; tokens?: readonly string[] }) => {
    const rootId = await root();
    const lessons = await actingAs(databases.officer, signedIn.actor, (trx) => selectLessons(trx, asked));
    return lessons.map((lesson): LessonView => {
      const may = (act: 'decide' | 'open-to-public') =>
        lesson.authorId !== signedIn.person.id &&
        appointmentFor(act, signedIn.appointments, lesson.unitId, rootId) !== undefined;
      const mayDecide = may('decide');
      const isMine = lesson.authorId === signedIn.person.id;
      return {
        lesson,
        isMine,
        mayDecide,
        mayOpenToPublic: may('open-to-public'),
        hints:
          mayDecide || isMine ? findIdentifying(lessonTexts.map((field) => lesson[field]).join('\n')) : [],
      };
    });
  };
  return {
    typologies: async (locale) => inForce(await selectTypologies(databases.public, locale), civilDate(now())),
    published: () => selectPublicLessons(databases.public),
    list: (signedIn, search = '') =>
      read(signedIn, search.trim() ? { tokens: searchTokens(search.slice(0, 200), dictionaryNow()) } : {}),
    view: async (signedIn, id) => (isUuid(id) ? (await read(signedIn, { id }))[0] : undefined),
    centresOf: ({ appointments }) => [
      ...new Map(
        appointments
          .filter(({ unitId }) => appointmentFor('hand-in', appointments, unitId, -1))
          .map(({ unitId, unitCode }) => [unitId, { id: unitId, code: unitCode }]),
      ).values(),
    ],
    handIn: (signedIn, unitId, input, revision) => handInLesson(needs, signedIn, unitId, input, revision),
    decide: (signedIn, id, input) => decideLesson(needs, signedIn, id, input),
    proposals: (signedIn) => listProposals(needs, signedIn),
    propose: (signedIn, input) => proposeTypology(needs, signedIn, input),
    decideProposal: (signedIn, input) => decideProposal(needs, signedIn, input),
    personsIn: (text) =>
      findIdentifying(text)
        .filter(({ refused }) => refused)
        .map(({ found }) => found),
  };
}
