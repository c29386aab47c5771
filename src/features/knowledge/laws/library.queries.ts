/** The SQL by which the library is read. Laws are everybody's, so no actor is needed. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Paragraph } from './law.ts';

export type InstrumentRow = {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly unit: string;
  readonly yearBE: number | null;
  readonly versionId: number;
  readonly version: number;
  readonly knownSince: string | null;
  readonly gazette: string | null;
  readonly preamble: string;
  readonly sections: number;
};

/** Each instrument with its newest version, in the order of the Thai alphabet; or the one of a code. */
export async function selectInstruments(db: Queries, code?: string): Promise<InstrumentRow[]> {
  const { rows } = await sql<InstrumentRow>`
    select
      instrument.id, instrument.code, instrument.title, instrument.kind, instrument.unit,
      instrument.year_be as "yearBE",
      newest.id as "versionId", newest.number as version, newest.in_force_from as "knownSince",
      newest.gazette, ${code === undefined ? sql`''` : sql`newest.preamble`} as preamble,
      (select count(*)::int from knowledge.placement where version_id = newest.id) as sections
    from knowledge.instrument
    cross join lateral (
      select version.id, version.number, version.in_force_from, version.gazette, version.preamble
      from knowledge.instrument_version version
      where version.instrument_id = instrument.id
      order by version.number desc
      limit 1
    ) newest
    ${code === undefined ? sql`` : sql`where instrument.code = ${code}`}
    order by instrument.kind in ('act', 'other'), instrument.title collate "th-x-icu"`.execute(db);
  return rows;
}

export type HeadingRow = {
  readonly id: number;
  readonly depth: number;
  readonly label: string;
  readonly title: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly position: number | null;
};

/** Headings in order, each with the first and last section right under it and where the first stands. */
export async function selectHeadings(db: Queries, versionId: number): Promise<HeadingRow[]> {
  const { rows } = await sql<HeadingRow>`
    with placed as (
      select placement.heading_id, placement.position, section.number
      from knowledge.placement
      join knowledge.section_version wording on wording.id = placement.section_version_id
      join knowledge.section on section.id = wording.section_id
      where placement.version_id = ${versionId}
    )
    select
      heading.id, heading.depth, heading.label, heading.title,
      (select number from placed where heading_id = heading.id order by position limit 1) as first,
      (select number from placed where heading_id = heading.id order by position desc limit 1) as last,
      (select min(position) from placed where heading_id = heading.id) as position
    from knowledge.heading
    where heading.version_id = ${versionId}
    order by heading.position`.execute(db);
  return rows;
}

export type PlacedSection = {
  readonly position: number;
  readonly number: string;
  readonly headingId: number | null;
  readonly length: number;
  readonly repealed: boolean;
};

/** Every section of a version in order, without its text. */
export async function selectPlaces(db: Queries, versionId: number): Promise<PlacedSection[]> {
  const { rows } = await sql<PlacedSection>`
    select placement.position, section.number, placement.heading_id as "headingId",
      length(wording.text) as length, wording.repealed
    from knowledge.placement
    join knowledge.section_version wording on wording.id = placement.section_version_id
    join knowledge.section on section.id = wording.section_id
    where placement.version_id = ${versionId}
    order by placement.position`.execute(db);
  return rows;
}

export async function selectTexts(db: Queries, versionId: number, from: number, to: number) {
  const { rows } = await sql<{ position: number; paragraphs: Paragraph[] }>`
    select placement.position, wording.paragraphs
    from knowledge.placement
    join knowledge.section_version wording on wording.id = placement.section_version_id
    where placement.version_id = ${versionId} and placement.position between ${from} and ${to}
    order by placement.position`.execute(db);
  return rows;
}

export type WordingRow = {
  readonly id: number;
  readonly number: number;
  readonly paragraphs: Paragraph[];
  readonly text: string;
  readonly repealed: boolean;
  readonly transitional: boolean;
  readonly footnotes: string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

/** Every wording of a section, oldest first. */
export async function selectWordings(db: Queries, code: string, number: string): Promise<WordingRow[]> {
  const { rows } = await sql<WordingRow>`
    select wording.id, wording.number, wording.paragraphs, wording.text, wording.repealed, wording.transitional,
      wording.footnotes, wording.valid_from as "validFrom", wording.valid_to as "validTo"
    from knowledge.instrument
    join knowledge.section on section.instrument_id = instrument.id
    join knowledge.section_version wording on wording.section_id = section.id
    where instrument.code = ${code} and section.number = ${number}
    order by wording.number`.execute(db);
  return rows;
}

export type CitedRow = {
  readonly code: string;
  readonly number: string;
  readonly title: string | null;
  readonly known: boolean;
};

/** What a wording names, and whether the library holds it. */
export async function selectCited(db: Queries, wordingId: number): Promise<CitedRow[]> {
  const { rows } = await sql<CitedRow>`
    select citation.to_code as code, citation.to_number as number, instrument.title,
      section.id is not null as known
    from knowledge.citation
    left join knowledge.instrument on instrument.code = citation.to_code
    left join knowledge.section on section.instrument_id = instrument.id and section.number = citation.to_number
    where citation.section_version_id = ${wordingId}
    order by citation.position`.execute(db);
  return rows;
}

/** Current wordings that name the section: its own instrument first. */
export async function selectCiting(
  db: Queries,
  code: string,
  number: string,
  limit: number,
): Promise<CitedRow[]> {
  const { rows } = await sql<CitedRow>`
    select instrument.code, section.number, instrument.title, true as known
    from knowledge.citation
    join knowledge.section_version wording on wording.id = citation.section_version_id and wording.is_current
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id
    where citation.to_code = ${code} and citation.to_number = ${number}
    order by instrument.code <> ${code}, instrument.code, section.id
    limit ${limit}`.execute(db);
  return rows;
}

/** Where the section stands in the newest version that holds it: its headings and its neighbours. */
export async function selectSurroundings(db: Queries, wordingId: number) {
  const { rows } = await sql<{
    versionId: number;
    position: number;
    headings: { label: string; title: string }[];
    before: string | null;
    after: string | null;
  }>`
    with place as (
      select placement.* from knowledge.placement
      where placement.section_version_id = ${wordingId}
      order by placement.version_id desc
      limit 1
    ), neighbour as (
      select other.position, section.number
      from place
      join knowledge.placement other on other.version_id = place.version_id
        and other.position in (place.position - 1, place.position + 1)
      join knowledge.section_version wording on wording.id = other.section_version_id
      join knowledge.section on section.id = wording.section_id
    )
    select place.version_id as "versionId", place.position,
      coalesce((
        with recursive line as (
          select heading.* from knowledge.heading where heading.id = place.heading_id
          union all
          select parent.* from line join knowledge.heading parent on parent.id = line.parent_id
        )
        select json_agg(json_build_object('label', line.label, 'title', line.title) order by line.depth) from line
      ), '[]') as headings,
      (select number from neighbour where position < place.position) as before,
      (select number from neighbour where position > place.position) as after
    from place`.execute(db);
  return rows[0];
}

/** Offences explained by this library that rest on one of the sections, or whose penalty stands in one. */
export async function selectOffencesOn(
  db: Queries,
  code: string,
  numbers: readonly string[],
): Promise<{ code: string; titleTh: string; titleEn: string; topics: string[]; clocks: string[] }[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('knowledge.offence')
    .where('instrument', '=', code)
    .where((where) => where.or([where('section', 'in', numbers), where('penalty_section', 'in', numbers)]))
    .where('valid_to', 'is', null)
    .orderBy('sort')
    .orderBy('version')
    .select(['code', 'title_th', 'title_en', 'topics', 'clocks'])
    .execute();
  // Versions of one offence may both stand for a while: the later one speaks.
  const newest = new Map(rows.map((row) => [row.code, row]));
  return [...newest.values()].map((row) => ({
    code: row.code,
    titleTh: row.title_th,
    titleEn: row.title_en,
    topics: row.topics,
    clocks: row.clocks,
  }));
}
