// What of the platform's other parts leans on a section: deadlines, circulars, topics of cases.
import type { StandingClock, StandingRules, StandingTopic } from '#features/cases/index.ts';
import { citing, type NamedLaw } from './cites-section.ts';

/** A circular's words, as its register offers them. */
export type CircularWords = {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly gist: string | undefined;
};

export type SectionUsers = {
  /** Of two versions of a deadline that both name the section, the earlier. */
  readonly clocks: readonly StandingClock[];
  readonly circulars: readonly CircularWords[];
  /** Named by an offence that stands on the section, or resting on it themselves. */
  readonly topics: readonly StandingTopic[];
};

/** `numbers` are sections of the law; `topics` codes that the offences on them suggest. */
export function usersOf(
  law: NamedLaw,
  numbers: readonly string[],
  { rules, circulars, topics }: UsersIn,
): SectionUsers {
  const clocks = citing(rules.clocks, ({ basisTh, basisEn }) => `${basisTh}\n${basisEn}`, law, numbers);
  const onTopic = new Set(citing(rules.topics, ({ basis }) => basis, law, numbers));
  return {
    clocks: clocks.filter(({ code }, at) => clocks.findIndex((one) => one.code === code) === at),
    circulars: citing(circulars, wordsOf, law, numbers),
    topics: rules.topics.filter((topic) => onTopic.has(topic) || topics.includes(topic.code)),
  };
}

type UsersIn = {
  readonly rules: StandingRules;
  readonly circulars: readonly CircularWords[];
  readonly topics: readonly string[];
};

/** Number and subject apart, so that a circular's own number is not read as a section's. */
export const wordsOf = ({ subject, gist }: Pick<CircularWords, 'subject' | 'gist'>): string =>
  `${subject}\n${gist ?? ''}`;
