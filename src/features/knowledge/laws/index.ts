/** The law library: what pages, other features and commands may use. */
import type { Cases } from '#features/cases/index.ts';
import type { Network } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import type { InstrumentRow } from './library.queries.ts';
import { createOfficeLaws, type OfficeLaws } from './office-laws.ts';
import {
  type LawContents,
  listLaws,
  readContents,
  readSection,
  readTextPage,
  type SectionAsked,
  type SectionPage,
  type TextPage,
} from './read-library.ts';
import { type SearchAnswer, type SearchAsked, searchLaws } from './search-laws.ts';
import type { CircularWords } from './section-users.ts';

export type { InstrumentRow, LawContents, SearchAnswer, SectionPage, TextPage };

export type Laws = {
  readonly list: () => Promise<readonly InstrumentRow[]>;
  /** Contents of one law by its code; undefined when there is none. */
  readonly contents: (code: string) => Promise<LawContents | undefined>;
  /** One page of its whole text, from 1. */
  readonly textPage: (code: string, page: number) => Promise<TextPage | undefined>;
  /** One section, as of a day, with what it cites and what cites it. */
  readonly section: (asked: SectionAsked) => Promise<SectionPage | undefined>;
  readonly search: (asked: SearchAsked) => Promise<SearchAnswer>;
  /** What officers who keep the library do. */
  readonly office: OfficeLaws;
};

/** What the library asks of others: who leans on a section, and which centre keeps it. */
export type LawsNeed = {
  readonly network: Network;
  readonly cases: Pick<Cases, 'standingRules'>;
  readonly circulars: { readonly listMentions: () => Promise<readonly CircularWords[]> };
};

export function createLaws(ground: Ground, { network, cases, circulars }: LawsNeed): Laws {
  const db = ground.databases.public;
  return {
    list: () => listLaws(db),
    contents: (code) => readContents(db, code),
    textPage: (code, page) => readTextPage(db, code, page),
    section: (asked) =>
      readSection(db, asked, async () => {
        const [rules, mentions] = await Promise.all([
          cases.standingRules(civilDate(ground.now())),
          circulars.listMentions(),
        ]);
        return { rules, circulars: mentions };
      }),
    search: (asked) => searchLaws(db, asked),
    office: createOfficeLaws(ground, network, cases),
  };
}
