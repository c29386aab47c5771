/** What pages are handed of an offence: one language, explicit fields. */
import type { Locale } from '#platform/text/messages.ts';
import type { Guidance, Offence, Penalty, Status } from './offence.ts';
import { guidanceFor, timeLimit } from './offence-rules.ts';

/** An entry in a list. */
export type OffenceCard = {
  readonly code: string;
  readonly title: string;
  readonly gist: string;
  readonly instrument: string;
  readonly section: string;
  readonly penalties: readonly Penalty[];
};

export type Rule = { readonly text: string; readonly basis: string; readonly status: Status };

/** The page of one entry. */
export type OffenceView = OffenceCard & {
  readonly penaltySection: string;
  /** Sections of this entry that can be read in the library. */
  readonly loaded: readonly string[];
  readonly kind: Offence['kind'];
  readonly elements: readonly string[];
  readonly actors: Offence['actors'];
  readonly competence: readonly (Rule & { readonly body: string })[];
  readonly discipline: readonly Rule[];
  /** Years within which the accused must be before the court, with the rule; undefined for forfeiture. */
  readonly limit: (Rule & { readonly years: number }) | undefined;
  readonly limitNotes: readonly Rule[];
  readonly clocks: readonly string[];
  readonly topics: readonly string[];
  readonly related: readonly OffenceCard[];
  readonly basis: string;
  readonly source: string;
  readonly status: Status;
  readonly version: number;
  readonly validFrom: string;
};

export function card(offence: Offence, locale: Locale): OffenceCard {
  return {
    code: offence.code,
    title: locale === 'th' ? offence.titleTh : offence.titleEn,
    gist: locale === 'th' ? offence.gistTh : offence.gistEn,
    instrument: offence.instrument,
    section: offence.section,
    penalties: offence.penalties,
  };
}

export function view(
  offence: Offence,
  all: readonly Offence[],
  rules: readonly Guidance[],
  loaded: readonly string[],
  locale: Locale,
): OffenceView {
  const rule = (one: Guidance): Rule => ({
    text: locale === 'th' ? one.textTh : one.textEn,
    basis: one.basis,
    status: one.status,
  });
  const of = (subject: Guidance['subject']) => guidanceFor(rules, subject, offence.kind, offence.actors);
  const limit = timeLimit(rules, offence);
  return {
    ...card(offence, locale),
    penaltySection: offence.penaltySection,
    loaded,
    kind: offence.kind,
    elements: locale === 'th' ? offence.elementsTh : offence.elementsEn,
    actors: offence.actors,
    competence: of('competence').map((one) => ({ ...rule(one), body: one.body ?? '' })),
    discipline: of('discipline').map(rule),
    limit: limit && { ...rule(limit), years: limit.facts.years ?? 0 },
    limitNotes: of('time-limit')
      .filter(({ facts }) => facts.years === undefined)
      .map(rule),
    clocks: offence.clocks,
    topics: offence.topics,
    related: offence.related.flatMap((code) => {
      const found = all.find((one) => one.code === code);
      return found ? [card(found, locale)] : [];
    }),
    basis: offence.basis,
    source: offence.source,
    status: offence.status,
    version: offence.version,
    validFrom: offence.validFrom,
  };
}
