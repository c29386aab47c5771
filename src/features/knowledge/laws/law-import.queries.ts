/** The SQL that brings a law into the library. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';
import type { InstrumentKind, Paragraph } from './law.ts';
import type { Trailing } from './parse/law-text.ts';
import type { SearchEntry } from './section-tokens.ts';

/** Rows sent at once; far below PostgreSQL's 65,535 parameters. */
const BATCH = 500;

export type StandingSection = {
  readonly sectionId: number;
  readonly number: string;
  readonly versionId: number;
  readonly versionNumber: number;
  readonly text: string;
  readonly isCurrent: boolean;
};

/** One import of an instrument at a time. */
export async function lockInstrument(trx: InTransaction, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`law:${code}`}, 0))`.execute(trx);
}

export async function selectStanding(trx: InTransaction, code: string) {
  return trx
    .selectFrom('knowledge.instrument as instrument')
    .innerJoin('knowledge.instrument_version as version', 'version.instrument_id', 'instrument.id')
    .where('instrument.code', '=', code)
    .orderBy('version.number', 'desc')
    .select([
      'instrument.id',
      'version.id as versionId',
      'version.number',
      'version.source_hash as hash',
      'version.in_force_from as inForceFrom',
    ])
    .limit(1)
    .executeTakeFirst();
}

export async function upsertInstrument(
  trx: InTransaction,
  row: { code: string; title: string; kind: InstrumentKind; unit: string; year_be: number | null },
): Promise<number> {
  const known = await trx
    .selectFrom('knowledge.instrument')
    .where('code', '=', row.code)
    .select('id')
    .executeTakeFirst();
  if (!known) {
    const made = await trx
      .insertInto('knowledge.instrument')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  }
  const { code: _code, ...facts } = row;
  await trx.updateTable('knowledge.instrument').set(facts).where('id', '=', known.id).execute();
  return known.id;
}

/** The newest wording of each section that ever was. */
export async function selectStandingSections(
  trx: InTransaction,
  instrumentId: number,
): Promise<StandingSection[]> {
  const { rows } = await sql<StandingSection>`
    select distinct on (section.id)
      section.id as "sectionId",
      section.number,
      wording.id as "versionId",
      wording.number as "versionNumber",
      wording.text,
      wording.is_current as "isCurrent"
    from knowledge.section section
    join knowledge.section_version wording on wording.section_id = section.id
    where section.instrument_id = ${instrumentId}
    order by section.id, wording.number desc`.execute(trx);
  return rows;
}

export async function insertSections(
  trx: InTransaction,
  instrumentId: number,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  const made = await inBatches(numbers, (some) =>
    trx
      .insertInto('knowledge.section')
      .values(some.map((number) => ({ instrument_id: instrumentId, number })))
      .returning(['id', 'number'])
      .execute(),
  );
  return new Map(made.map(({ id, number }) => [number, id]));
}

/** The wordings end: another follows, or the newest text no longer holds the section. */
export async function endWordings(
  trx: InTransaction,
  versionIds: readonly number[],
  validTo: string,
): Promise<void> {
  await inBatches(versionIds, async (some) => {
    await trx
      .updateTable('knowledge.section_version')
      .set({ is_current: false, valid_to: validTo })
      .where('id', 'in', some)
      .execute();
    await trx.deleteFrom('knowledge.search_entry').where('section_version_id', 'in', some).execute();
    return [];
  });
}

export type NewWording = {
  readonly sectionId: number;
  readonly number: number;
  readonly paragraphs: readonly Paragraph[];
  readonly text: string;
  readonly repealed: boolean;
  readonly transitional: boolean;
  readonly footnotes: readonly string[];
  readonly validFrom: string | null;
  readonly search: SearchEntry;
};

export async function insertWordings(
  trx: InTransaction,
  wordings: readonly NewWording[],
): Promise<Map<number, number>> {
  const made = await inBatches(wordings, (some) =>
    trx
      .insertInto('knowledge.section_version')
      .values(
        some.map((wording) => ({
          section_id: wording.sectionId,
          number: wording.number,
          paragraphs: JSON.stringify(wording.paragraphs),
          text: wording.text,
          repealed: wording.repealed,
          transitional: wording.transitional,
          footnotes: [...wording.footnotes],
          valid_from: wording.validFrom,
          valid_to: null,
          is_current: true,
        })),
      )
      .returning(['id', 'section_id'])
      .execute(),
  );
  return new Map(made.map(({ id, section_id }) => [section_id, id]));
}

export async function insertSearchEntries(
  trx: InTransaction,
  instrumentId: number,
  entries: readonly { readonly id: number; readonly search: SearchEntry }[],
): Promise<void> {
  await inBatches(entries, async (some) => {
    await trx
      .insertInto('knowledge.search_entry')
      .values(
        some.map(({ id, search }) => ({
          section_version_id: id,
          instrument_id: instrumentId,
          words: search.words,
          tokens: sql<string>`${search.tokens}::tsvector`,
        })),
      )
      .execute();
    return [];
  });
}

export async function insertTrailing(
  trx: InTransaction,
  versionId: number,
  texts: readonly Trailing[],
): Promise<void> {
  await inBatches(
    texts.map((text, position) => ({ text, position })),
    async (some) => {
      await trx
        .insertInto('knowledge.trailing_text')
        .values(
          some.map(({ text, position }) => ({
            version_id: versionId,
            position,
            kind: text.kind,
            title: text.title,
            text: text.text,
            sections: [...text.sections],
          })),
        )
        .execute();
      return [];
    },
  );
}

export async function refreshVocabulary(trx: InTransaction): Promise<void> {
  await sql`select knowledge.refresh_vocabulary()`.execute(trx);
}

/** Runs a statement for at most BATCH rows at a time and gathers what each returns. */
export async function inBatches<Row, Made>(
  rows: readonly Row[],
  run: (some: readonly Row[]) => Promise<Made[]>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < rows.length; from += BATCH)
    made.push(...(await run(rows.slice(from, from + BATCH))));
  return made;
}
