/** Questions as everybody reads and searches them, and as officers write and approve them. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import type { Locale } from '#platform/text/messages.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { type Named, presentChoice } from '../matters/view-matter.ts';
import type { EthicsParts } from '../needs.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { centreName } from '../standing.ts';
import { mayApprove } from './question.policies.ts';
import { selectPublished, selectQuestions, selectSource } from './question.queries.ts';
import type { Question, QuestionText } from './question.ts';

/** A citation as a page shows and links it. */
export type ShownSection = { readonly code: string; readonly number: string; readonly title: string };

export type ShownQuestion = {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** The language it is written in; Thai where there is no English. */
  readonly language: Locale;
  readonly standards: readonly Named[];
  readonly sections: readonly ShownSection[];
  readonly publishedOn: string;
};

/** What is published; `search` in Thai or English narrows it. */
export async function publicQuestions(
  parts: EthicsParts,
  locale: Locale,
  asked: { readonly search: string; readonly standard: string },
): Promise<{ readonly questions: readonly ShownQuestion[]; readonly standards: readonly Named[] }> {
  const db = parts.ground.databases.public;
  const all = await standardsNow(parts, locale);
  const standard = all.find(({ code }) => code === asked.standard)?.code;
  const words = asked.search.trim();
  const tokens = words === '' ? [] : [...new Set(searchTokens(words.slice(0, 200), dictionaryNow()))];
  const titles = await titlesOf(parts);
  const rows = await selectPublished(db, { tokens, standard });
  return {
    standards: all,
    questions: rows.map((row) => {
      const isEnglish = locale === 'en' && row.questionEn !== undefined;
      return {
        id: row.id,
        question: isEnglish ? row.questionEn! : row.questionTh,
        answer: isEnglish ? row.answerEn! : row.answerTh,
        language: isEnglish ? 'en' : 'th',
        standards: all.filter(({ code }) => row.standards.includes(code)),
        sections: shownSections(row, titles),
        publishedOn: row.publishedOn,
      };
    }),
  };
}

async function standardsNow({ ground }: EthicsParts, locale: Locale): Promise<readonly Named[]> {
  const rows = await selectChoices(ground.databases.public, 'standard');
  return inForce(rows, civilDate(ground.now()), ({ code }) => code).map((choice) =>
    presentChoice(choice, locale),
  );
}

const titlesOf = async ({ laws }: EthicsParts) =>
  new Map((await laws.list()).map(({ code, title }) => [code, title]));

const shownSections = ({ sections }: QuestionText, titles: ReadonlyMap<string, string>): ShownSection[] =>
  sections.map((section) => {
    const at = section.indexOf('/');
    const code = section.slice(0, at);
    return { code, number: section.slice(at + 1), title: titles.get(code) ?? code };
  });

export type QuestionLine = Pick<Question, 'id' | 'state' | 'publishedOn'> & {
  readonly question: string;
  readonly centre: string;
  readonly isMine: boolean;
  readonly mayDecide: boolean;
};

/** Those of her centres, and for the ministry those of all. */
export async function listQuestions(
  parts: EthicsParts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<readonly QuestionLine[]> {
  const { ground, network } = parts;
  const centres = await network.listCentres(ground.now());
  const rows = await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectQuestions(trx));
  return rows.map((row) => {
    const isMine = row.writtenBy === signedIn.person.id;
    return {
      id: row.id,
      state: row.state,
      publishedOn: row.publishedOn,
      question: locale === 'en' ? (row.questionEn ?? row.questionTh) : row.questionTh,
      centre: centreName(
        centres.find(({ id }) => id === row.unitId),
        locale,
      ),
      isMine,
      mayDecide:
        !isMine &&
        row.state === 'submitted' &&
        mayApprove(signedIn.appointments, row.unitId, centres) !== undefined,
    };
  });
}

export type QuestionDesk = {
  readonly question: Question | undefined;
  /** The advice it comes from, for who works on it. */
  readonly sourceId: string | undefined;
  readonly isMine: boolean;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly standards: readonly Named[];
  readonly sections: readonly ShownSection[];
  readonly laws: readonly { readonly code: string; readonly title: string }[];
};

/** One question with what its page needs; without `id` what a new one needs. Undefined when there is none for her. */
export async function questionDesk(
  parts: EthicsParts,
  signedIn: SignedIn,
  locale: Locale,
  id?: string,
): Promise<QuestionDesk | undefined> {
  const { ground, network } = parts;
  const [centres, laws, standards, titles] = await Promise.all([
    network.listCentres(ground.now()),
    parts.laws.list(),
    standardsNow(parts, locale),
    titlesOf(parts),
  ]);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const [question] = id === undefined ? [] : await selectQuestions(trx, id);
    if (id !== undefined && !question) return undefined;
    const isMine = question?.writtenBy === signedIn.person.id;
    const approves =
      question !== undefined && mayApprove(signedIn.appointments, question.unitId, centres) !== undefined;
    return {
      question,
      sourceId: question && (await selectSource(trx, question.id)),
      isMine,
      mayDecide: approves && !isMine && question.state === 'submitted',
      mayWithdraw: (approves || isMine) && question?.state === 'published',
      standards,
      sections: question ? shownSections(question, titles) : [],
      laws,
    };
  });
}
