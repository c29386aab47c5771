// Brings one law's text into the library: the first text of an instrument, the next one, or one that is there already.
import { createHash } from 'node:crypto';
import { civilDate } from '#platform/calendar/bangkok.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { findCitations } from '#platform/text/citation.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { normalise } from '#platform/text/normalise.ts';
import { newestGazette } from './gazette.ts';
import type { ImportReport } from './law.ts';
import {
  endWordings,
  inBatches,
  insertSearchEntries,
  insertSections,
  insertTrailing,
  insertWordings,
  lockInstrument,
  type NewWording,
  refreshVocabulary,
  selectStanding,
  selectStandingSections,
  upsertInstrument,
} from './law-import.queries.ts';
import type { LawText, Section } from './parse/law-text.ts';
import { plainText } from './parse/paragraphs.ts';
import { parseLaw } from './parse/parse-law.ts';
import { searchEntry } from './section-tokens.ts';

export type LawToImport = {
  /** Permanent code of the instrument, lower-case ASCII with hyphens. */
  readonly code: string;
  readonly source: string;
  readonly now: Date;
  /** Person who imports through the page; undefined for the command. */
  readonly importedBy?: string | undefined;
  /** First day of this wording, if the importer knows; else the newest Gazette date in the text. */
  readonly inForceFrom?: string | undefined;
};

/** Importing the same text again changes nothing. The transaction is the caller's; so is the refreshing of words. */
export async function importLaw(trx: InTransaction, law: LawToImport): Promise<ImportReport> {
  await lockInstrument(trx, law.code);
  const parsed = parseLaw(law.source);
  const hash = createHash('sha256').update(law.source).digest();
  const standing = await selectStanding(trx, law.code);
  const facts = {
    code: law.code,
    title: parsed.title,
    yearBE: parsed.yearBE,
    sections: parsed.sections.length,
    headings: parsed.headings.length,
    doubts: parsed.doubts,
  };
  if (standing?.hash.equals(hash)) {
    return { ...facts, outcome: 'unchanged', version: standing.number, added: [], changed: [], removed: [] };
  }
  const instrumentId = await upsertInstrument(trx, {
    code: law.code,
    title: parsed.title,
    kind: parsed.kind,
    unit: parsed.unit,
    year_be: parsed.yearBE ?? null,
  });
  const gazette = newestGazette(parsed.footnotes.map(({ text }) => text));
  const from = beginning(law, gazette?.date, standing?.inForceFrom);
  const version = (standing?.number ?? 0) + 1;
  const { id: versionId } = await trx
    .insertInto('knowledge.instrument_version')
    .values({
      instrument_id: instrumentId,
      number: version,
      source_hash: hash,
      source_text: law.source,
      title: parsed.title,
      preamble: parsed.preamble,
      gazette: gazette?.reference ?? null,
      in_force_from: from,
      imported_at: law.now,
      imported_by: law.importedBy ?? null,
      doubts: JSON.stringify(parsed.doubts),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const difference = await putSections(trx, { law, parsed, instrumentId, versionId, from });
  await insertTrailing(trx, versionId, parsed.trailing);
  return { ...facts, outcome: standing ? 'changed' : 'new', version, ...difference };
}

/** Counts words anew; once after any number of imports. */
export const finishImport = refreshVocabulary;

/** Never before the wording that it follows. */
function beginning(
  law: LawToImport,
  gazette: string | undefined,
  before: string | null | undefined,
): string | null {
  const known = law.inForceFrom ?? gazette ?? null;
  if (before === undefined || before === null || (known !== null && known > before)) return known;
  return civilDate(law.now);
}

type Work = {
  readonly law: LawToImport;
  readonly parsed: LawText;
  readonly instrumentId: number;
  readonly versionId: number;
  readonly from: string | null;
};

async function putSections(trx: InTransaction, work: Work) {
  const { law, parsed, instrumentId, from } = work;
  const trie = dictionaryNow();
  const known = new Map((await selectStandingSections(trx, instrumentId)).map((each) => [each.number, each]));
  const texts = parsed.sections.map(({ paragraphs }) => plainText(paragraphs));
  const isSame = (section: Section, text: string) => {
    const before = known.get(section.number);
    return before?.isCurrent === true && before.text === text;
  };
  const numbers = new Set(parsed.sections.map(({ number }) => number));
  const missing = parsed.sections.map(({ number }) => number).filter((number) => !known.has(number));
  const made = await insertSections(trx, instrumentId, [...new Set(missing)]);
  const changed = parsed.sections.filter(
    (section, at) => known.get(section.number)?.isCurrent && !isSame(section, texts[at]!),
  );
  const removed = [...known.values()].filter(({ number, isCurrent }) => isCurrent && !numbers.has(number));
  const ended = [
    ...changed.map(({ number }) => known.get(number)!.versionId),
    ...removed.map(({ versionId }) => versionId),
  ];
  await endWordings(trx, ended, from ?? civilDate(law.now));

  const notes = new Map(parsed.footnotes.map(({ number, text }) => [number, text]));
  const fresh: (NewWording & { place: number })[] = [];
  for (const [place, section] of parsed.sections.entries()) {
    if (isSame(section, texts[place]!)) continue;
    const before = known.get(section.number);
    fresh.push({
      place,
      sectionId: before?.sectionId ?? made.get(section.number)!,
      number: (before?.versionNumber ?? 0) + 1,
      paragraphs: section.paragraphs,
      text: texts[place]!,
      repealed: section.repealed,
      transitional: section.transitional,
      footnotes: [...section.footnotes.flatMap((number) => notes.get(number) ?? []), ...section.notes],
      validFrom: from,
      search: searchEntry(
        {
          code: law.code,
          number: section.number,
          title: parsed.title,
          headings: section.path.map((at) => parsed.headings[at]!.title),
          text: texts[place]!,
        },
        trie,
      ),
    });
  }
  const wordings = await insertWordings(trx, fresh);
  await insertSearchEntries(
    trx,
    instrumentId,
    fresh.map(({ sectionId, search }) => ({ id: wordings.get(sectionId)!, search })),
  );
  const idOf = (section: Section) => {
    const sectionId = known.get(section.number)?.sectionId ?? made.get(section.number)!;
    return wordings.get(sectionId) ?? known.get(section.number)!.versionId;
  };
  const headingIds = await putHeadings(trx, work);
  await inBatches(
    parsed.sections.map((section, position) => ({ section, position })),
    async (some) => {
      await trx
        .insertInto('knowledge.placement')
        .values(
          some.map(({ section, position }) => ({
            version_id: work.versionId,
            position,
            section_version_id: idOf(section),
            heading_id: headingIds[section.path.at(-1) ?? -1] ?? null,
          })),
        )
        .execute();
      return [];
    },
  );
  await putCitations(
    trx,
    law.code,
    fresh.map(({ sectionId, text, place }) => ({
      id: wordings.get(sectionId)!,
      text,
      own: parsed.sections[place]!.number,
    })),
  );
  return {
    added: [
      ...missing,
      ...parsed.sections
        .filter(({ number }) => known.get(number)?.isCurrent === false)
        .map(({ number }) => number),
    ],
    changed: changed.map(({ number }) => number),
    removed: removed.map(({ number }) => number),
  };
}

async function putHeadings(trx: InTransaction, { parsed, versionId }: Work): Promise<number[]> {
  const ids: number[] = [];
  const open: number[] = [];
  for (const [position, { kind, label, title, depth }] of parsed.headings.entries()) {
    open.length = depth;
    const { id } = await trx
      .insertInto('knowledge.heading')
      .values({ version_id: versionId, position, parent_id: open.at(-1) ?? null, depth, kind, label, title })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.push(id);
    open[depth] = id;
  }
  return ids;
}

/** What each new wording names; a number without a law is the law's own. */
async function putCitations(
  trx: InTransaction,
  code: string,
  wordings: readonly { id: number; text: string; own: string }[],
) {
  const rows = wordings.flatMap(({ id, text, own }) => {
    const seen = new Set<string>();
    return findCitations(normalise(text)).flatMap(({ kind, number, law = code }, position) => {
      const key = `${law}:${kind}:${number}`;
      if (seen.has(key) || (law === code && number === own)) return [];
      seen.add(key);
      return [{ section_version_id: id, position, to_code: law, to_number: number, to_kind: kind }];
    });
  });
  await inBatches(rows, async (some) => {
    await trx
      .insertInto('knowledge.citation')
      .values([...some])
      .execute();
    return [];
  });
}
