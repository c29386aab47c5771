// Reading: the list of laws, one law with its contents, its text page by page, one section as of a day.
import type { StandingRules } from '#features/cases/index.ts';
import type { Database } from '#platform/database/connection.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { type Change, compareWordings } from './compare-wordings.ts';
import type { Paragraph } from './law.ts';
import {
  type CitedRow,
  type HeadingRow,
  type InstrumentRow,
  type PlacedSection,
  selectCited,
  selectCiting,
  selectHeadings,
  selectInstruments,
  selectOffencesOn,
  selectPlaces,
  selectSurroundings,
  selectTexts,
  selectWordings,
  type WordingRow,
} from './library.queries.ts';
import { type CircularWords, type SectionUsers, usersOf } from './section-users.ts';

/** Characters of statute on one page of the whole text: about 45 kB before compression. */
const PAGE_CHARACTERS = 14_000;
const MOST_CITING = 120;

export type LawContents = {
  readonly law: InstrumentRow;
  readonly headings: readonly HeadingRow[];
  readonly sections: readonly PlacedSection[];
  /** Position of the first section of each page of the whole text. */
  readonly pages: readonly number[];
};

export function listLaws(db: Database): Promise<InstrumentRow[]> {
  return selectInstruments(db);
}

/** Undefined when there is no such law. */
export async function readContents(db: Database, code: string): Promise<LawContents | undefined> {
  const [law] = await selectInstruments(db, code);
  if (!law) return undefined;
  const [headings, sections] = await Promise.all([
    selectHeadings(db, law.versionId),
    selectPlaces(db, law.versionId),
  ]);
  return { law, headings, sections, pages: pageStarts(sections) };
}

export type TextPage = LawContents & {
  readonly page: number;
  readonly texts: readonly { readonly section: PlacedSection; readonly paragraphs: readonly Paragraph[] }[];
};

/** One page of the whole text, from 1; undefined when there is no such page. */
export async function readTextPage(db: Database, code: string, page: number): Promise<TextPage | undefined> {
  const contents = await readContents(db, code);
  const from = contents?.pages[page - 1];
  if (!contents || from === undefined) return undefined;
  const to = (contents.pages[page] ?? contents.sections.length) - 1;
  const rows = await selectTexts(db, contents.law.versionId, from, to);
  const texts = rows.map(({ position, paragraphs }) => ({
    section: contents.sections[position]!,
    paragraphs,
  }));
  return { ...contents, page, texts };
}

function pageStarts(sections: readonly PlacedSection[]): number[] {
  const starts: number[] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const { position, length } of sections) {
    if (characters + length > PAGE_CHARACTERS) {
      starts.push(position);
      characters = 0;
    }
    characters += length + 60;
  }
  return starts;
}

export type SectionPage = {
  readonly law: InstrumentRow;
  readonly number: string;
  readonly wording: WordingRow;
  /** Every wording known, without its text. */
  readonly wordings: readonly Pick<WordingRow, 'number' | 'validFrom' | 'validTo' | 'repealed'>[];
  /** The day asked for lies before the oldest wording known here. */
  readonly isTooEarly: boolean;
  /** The newest text of the law no longer holds the section. */
  readonly isGone: boolean;
  readonly headings: readonly { readonly label: string; readonly title: string }[];
  readonly before: string | null;
  readonly after: string | null;
  readonly cited: readonly CitedRow[];
  readonly citing: readonly CitedRow[];
  /** Offences explained elsewhere on this site that rest on the section. */
  readonly offences: readonly { readonly code: string; readonly titleTh: string; readonly titleEn: string }[];
  /** Deadlines, circulars and topics that lean on it. */
  readonly users: SectionUsers;
  readonly comparison:
    | { readonly from: number; readonly to: number; readonly changes: readonly Change[] }
    | undefined;
};

export type SectionAsked = {
  readonly code: string;
  readonly number: string;
  /** Civil date, Common Era. */
  readonly on?: string | undefined;
  /** Numbers of two wordings. */
  readonly compare?: readonly [number, number] | undefined;
};

/** What may lean on a section, asked of those who keep it. */
export type MayLean = { readonly rules: StandingRules; readonly circulars: readonly CircularWords[] };

/** One section; undefined when the library does not hold it. */
export async function readSection(
  db: Database,
  { code, number, on, compare }: SectionAsked,
  mayLean: () => Promise<MayLean>,
): Promise<SectionPage | undefined> {
  const [[law], wordings] = await Promise.all([
    selectInstruments(db, code),
    selectWordings(db, code, number),
  ]);
  const newest = wordings.at(-1);
  if (!law || !newest) return undefined;
  const asOf = on === undefined ? newest : wordings.findLast((wording) => stoodOn(wording, on));
  const wording = asOf ?? wordings[0]!;
  const [surroundings, cited, citing, offences, others] = await Promise.all([
    selectSurroundings(db, wording.id),
    selectCited(db, wording.id),
    selectCiting(db, code, number, MOST_CITING),
    selectOffencesOn(db, code, [number]),
    mayLean(),
  ]);
  const topics = offences.flatMap((offence) => offence.topics);
  const pair = compare?.map((each) => wordings.find((one) => one.number === each));
  const comparison =
    pair?.[0] && pair[1]
      ? {
          from: pair[0].number,
          to: pair[1].number,
          changes: compareWordings(pair[0].text, pair[1].text, dictionaryNow()),
        }
      : undefined;
  return {
    law: { ...law, preamble: '' },
    number,
    wording,
    wordings: wordings.map((each) => ({
      number: each.number,
      validFrom: each.validFrom,
      validTo: each.validTo,
      repealed: each.repealed,
    })),
    isTooEarly: on !== undefined && asOf === undefined,
    isGone: newest.validTo !== null,
    headings: surroundings?.headings ?? [],
    before: surroundings?.before ?? null,
    after: surroundings?.after ?? null,
    cited,
    citing,
    offences: offences.map((one) => ({ code: one.code, titleTh: one.titleTh, titleEn: one.titleEn })),
    users: usersOf(law, [number], { ...others, topics }),
    comparison,
  };
}

function stoodOn({ validFrom, validTo }: WordingRow, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}
