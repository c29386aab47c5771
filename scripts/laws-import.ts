/**
 * `npm run laws:import -- FOLDER`: reads the statutes of a folder (.txt) into the installation's database and says what
 * it found and what changed. With `--check` it writes nothing, needs no database, and prints one JSON line a file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLaw } from '#features/knowledge/laws/parse/parse-law.ts';
import { decodeLawFile } from '#features/knowledge/laws/read-law-file.ts';
import { en } from '#features/knowledge/text.en.ts';
import { th } from '#features/knowledge/text.th.ts';

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
  return 0;
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
