/** The offence finder: from what happened to the sections that may apply. For citizens, and for cases by their topic. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type EntryAnswer, enterOffence, listVersions, type OffenceVersions } from './enter-offence.ts';
import { selectGuidance, selectLoadedSections, selectOffences } from './offence.queries.ts';
import type { ActKind } from './offence.ts';
import { acts as allActs } from './offence.ts';
import { type Answers, actsFor, fitting, inForce, topicsFor } from './offence-rules.ts';
import { card, type OffenceCard, type OffenceView, view } from './present.ts';

export type { Answers, EntryAnswer, OffenceCard, OffenceVersions, OffenceView };

export type Found = {
  readonly cards: readonly OffenceCard[];
  /** Codes of cases' topics, the likeliest first. */
  readonly topics: readonly string[];
};

export type Offences = {
  /** The acts that lead somewhere for the person chosen, in the order of the question. */
  readonly actsFor: (who: Answers['who']) => Promise<readonly ActKind[]>;
  /** Entries in force today that fit the answers. */
  readonly find: (answers: Answers, locale: Locale) => Promise<Found>;
  /** One entry in force today; undefined for an unknown code. */
  readonly view: (code: string, locale: Locale) => Promise<OffenceView | undefined>;
  /** Codes of cases' topics for what happened, the likeliest first. */
  readonly suggestTopics: (answers: Answers) => Promise<readonly string[]>;
  /** For a case's page: sections that may apply to its topic. */
  readonly forTopic: (topic: string, locale: Locale) => Promise<readonly OffenceCard[]>;
  /** Entries that stand on a section of a law, by its code there. */
  readonly onSection: (
    instrument: string,
    section: string,
    locale: Locale,
  ) => Promise<readonly OffenceCard[]>;
  /** Every version of every entry, or of one; for the pages of those who keep them. */
  readonly versions: (signedIn: SignedIn, code?: string) => Promise<OffenceVersions>;
  /** Enters the next version; the one before stays as it was. */
  readonly enter: (signedIn: SignedIn, input: Record<string, unknown>) => Promise<EntryAnswer>;
};

export function createOffences(ground: Ground, network: Network): Offences {
  const db = ground.databases.public;
  const today = () => civilDate(ground.now());
  const current = async () => inForce(await selectOffences(db), today());
  return {
    actsFor: async (who) => actsFor(await current(), who, allActs),
    find: async (answers, locale) => {
      const offences = await current();
      return {
        cards: fitting(offences, answers).map((one) => card(one, locale)),
        topics: topicsFor(offences, answers),
      };
    },
    view: async (code, locale) => {
      const offences = await current();
      const found = offences.find((one) => one.code === code);
      if (!found) return undefined;
      const [rules, loaded] = await Promise.all([selectGuidance(db), selectLoadedSections(db, found)]);
      return view(found, offences, inForce(rules, today()), loaded, locale);
    },
    suggestTopics: async (answers) => topicsFor(await current(), answers),
    forTopic: async (topic, locale) =>
      (await current()).filter(({ topics }) => topics.includes(topic)).map((one) => card(one, locale)),
    onSection: async (instrument, section, locale) =>
      (await current())
        .filter(
          (one) =>
            one.instrument === instrument && (one.section === section || one.penaltySection === section),
        )
        .map((one) => card(one, locale)),
    versions: (signedIn, code) => listVersions(ground, network, signedIn, code),
    enter: (signedIn, input) => enterOffence(ground, network, signedIn, input),
  };
}
