/**
 * `npm run laws:import -- FOLDER`: reads the statutes of a folder (.txt) into the installation's database and says what
 * it found and what changed. With `--check` it writes nothing, needs no database, and prints one JSON line a file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { standingRules } from '#features/cases/index.ts';
import { codeOfFile } from '#features/knowledge/laws/code-of-file.ts';
import { finishImport, importLaw } from '#features/knowledge/laws/import-law.ts';
import type { ImportReport } from '#features/knowledge/laws/law.ts';
import { raiseLawNotice } from '#features/knowledge/laws/law-notice.ts';
import { parseLaw } from '#features/knowledge/laws/parse/parse-law.ts';
import { decodeLawFile } from '#features/knowledge/laws/read-law-file.ts';
import { en } from '#features/knowledge/laws/text.en.ts';
import { th } from '#features/knowledge/laws/text.th.ts';
import { withDatabase } from '#main/installation.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Database } from '#platform/database/connection.ts';
import { describeFailure } from '#platform/http/start-failure.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { check: { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined) return refuse(({ importing }) => importing.usage);
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.txt'))
      .sort();
  } catch {
    return refuse(({ importing }) => importing.unreadable(folder));
  }
  if (files.length === 0) return refuse(({ importing }) => importing.noFiles(folder));
  if (values['check']) return check(folder, files);
  try {
    await withDatabase('up-to-date', (db) => importFolder(db, folder, files));
    return 0;
  } catch (error) {
    console.error(describeFailure(error));
    return 1;
  }
}

/** Each file in a transaction of its own, so that one that fails keeps no other out. */
async function importFolder(db: Database, folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const source = decodeLawFile(readFileSync(join(folder, file)));
    const code = codeOfFile(file);
    const report = await db.transaction().execute(async (trx) => {
      const now = new Date();
      const made = await importLaw(trx, { code, source, now });
      await raiseLawNotice(trx, made, { at: now, rules: await standingRules(trx, civilDate(now)) });
      return made;
    });
    for (const line of describe(report, th)) console.log(line);
    for (const line of describe(report, en)) console.log(line);
  }
  await db.transaction().execute(finishImport);
}

/** One line for the law, and one for each difference and doubt. */
function describe(report: ImportReport, { importing, doubts }: typeof th): string[] {
  const { code, title, sections, added, changed, removed } = report;
  return [
    importing.found({ code, title, sections, outcome: importing.outcomes[report.outcome] }),
    ...(report.outcome === 'changed' ? [importing.difference({ added, changed, removed })] : []),
    ...report.doubts.map(({ line, code: doubt, about }) => importing.doubt(line, about, doubts[doubt])),
  ];
}

/** One line of JSON for each file; nothing else on standard output. */
function check(folder: string, files: readonly string[]): number {
  for (const file of files) {
    const { title, yearBE, sections, doubts } = parseLaw(decodeLawFile(readFileSync(join(folder, file))));
    const line = {
      file,
      title,
      yearBE: yearBE ?? null,
      sections: sections.map(({ number }) => number),
      doubts: doubts.map(({ line: at, code, about }) => ({
        line: at,
        code,
        about,
        message: en.doubts[code],
      })),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  return 0;
}

function refuse(message: (text: typeof th) => string): number {
  console.error(message(th));
  console.error(message(en));
  return 1;
}
