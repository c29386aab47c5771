/**
 * Law search: p50 and p95 of the queries of the gold set, one at a time, over a library of 100 thousand sections: the
 * real statutes, repeated under other codes until there are that many.
 * Needs the statutes beside the repository (LAWS_DIR names another folder).
 * Run: node_modules/.bin/node bench/law-search.ts [--sections=100000]
 */
import { sql } from 'kysely';
import { codeOfFile } from '#features/knowledge/laws/code-of-file.ts';
import { goldQueries } from '#features/knowledge/laws/gold.ts';
import { finishImport, importLaw } from '#features/knowledge/laws/import-law.ts';
import { readRealLaws } from '#features/knowledge/laws/parse/real-laws.ts';
import { searchLaws } from '#features/knowledge/laws/search-laws.ts';
import { connect } from '#platform/database/connection.ts';
import { ms, openBenchGround, printTable, quantile } from './ground.ts';

const wanted = Number(process.argv.find((word) => word.startsWith('--sections='))?.split('=')[1] ?? 100_000);
const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 1);
try {
  const rows: Record<string, string | number>[] = [];
  for (const { file, text } of readRealLaws())
    await owner
      .transaction()
      .execute((trx) => importLaw(trx, { code: codeOfFile(file), source: text, now: new Date() }));
  await owner.transaction().execute(finishImport);
  rows.push(await measure());
  for (let copy = 1; (await count()) < wanted; copy++) await repeat(copy);
  await owner.transaction().execute(finishImport);
  await sql`vacuum analyze`.execute(owner);
  rows.push(await measure());
  printTable('Law search (milliseconds, one query at a time)', rows);
} finally {
  await owner.destroy();
  await ground.stop();
}

async function measure(): Promise<Record<string, string | number>> {
  const times: number[] = [];
  for (const round of [0, 1, 2]) {
    for (const { query } of goldQueries) {
      const started = performance.now();
      await searchLaws(ground.databases.public, { query });
      // The first round fills caches, as the first minute of any day does.
      if (round > 0) times.push(performance.now() - started);
    }
  }
  const part = (share: number) => ms(quantile(times, share));
  return { sections: await count(), queries: times.length, p50: part(0.5), p95: part(0.95), worst: part(1) };
}

async function count(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from knowledge.search_entry`.execute(
    owner,
  );
  return rows[0]!.n;
}

/** Every law once more under another code, with its wordings, citations and what it is found by. */
async function repeat(copy: number): Promise<void> {
  const suffix = `-copy-${copy}`;
  await sql`
    insert into knowledge.instrument (code, title, kind, unit, year_be)
    select code || ${suffix}, title, kind, unit, year_be from knowledge.instrument where code not like '%-copy-%'`.execute(
    owner,
  );
  await sql`
    insert into knowledge.section (instrument_id, number)
    select twin.id, section.number
    from knowledge.section
    join knowledge.instrument on instrument.id = section.instrument_id and instrument.code not like '%-copy-%'
    join knowledge.instrument twin on twin.code = instrument.code || ${suffix}
    order by section.id`.execute(owner);
  await sql`
    insert into knowledge.section_version (section_id, number, paragraphs, text, repealed, transitional, footnotes, is_current)
    select other.id, wording.number, wording.paragraphs, wording.text, wording.repealed, wording.transitional, wording.footnotes, true
    from knowledge.section_version wording
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id and instrument.code not like '%-copy-%'
    join knowledge.instrument twin on twin.code = instrument.code || ${suffix}
    join knowledge.section other on other.instrument_id = twin.id and other.number = section.number
    order by wording.id`.execute(owner);
  await sql`
    insert into knowledge.search_entry (section_version_id, instrument_id, words, tokens)
    select copied.id, twin.id, entry.words,
      ts_delete(entry.tokens, 'self:' || instrument.code || ':' || replace(section.number, ' ', ''))
    from knowledge.search_entry entry
    join knowledge.section_version wording on wording.id = entry.section_version_id
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id and instrument.code not like '%-copy-%'
    join knowledge.instrument twin on twin.code = instrument.code || ${suffix}
    join knowledge.section other on other.instrument_id = twin.id and other.number = section.number
    join knowledge.section_version copied on copied.section_id = other.id`.execute(owner);
}
