/** Secret words and where they are looked for: every spelling, every table, every file, everything printed. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

export type Canary = { readonly place: string; readonly mark: string; readonly words: string };

/** Thai words with a mark that no encoding of letters changes. */
export function newCanary(place: string): Canary {
  const mark = `zq${place}${randomBytes(6).toString('hex')}`;
  return { place, mark, words: `นกขมิ้นเหลืองอ่อน ${mark}` };
}

/** As text, two-byte text, hexadecimal, and base64 at each of its three alignments. */
export function spellings(mark: string): Buffer[] {
  const bytes = Buffer.from(mark);
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      // What shares a sign with its neighbours is not stable.
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [
    bytes,
    Buffer.from(mark, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...base64.map((one) => Buffer.from(one)),
  ];
}

export const isIn = (haystack: Buffer, mark: string) =>
  spellings(mark).some((spelling) => haystack.includes(spelling));

/** Every row of every table of every schema, and the statements that sessions remember. */
export async function everythingStored(db: Client): Promise<{ text: Buffer; tables: number }> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...rows.map(({ row }) => row));
  }
  const { rows } = await db.query<{ query: string }>(
    'select query from pg_stat_activity where pid <> pg_backend_pid()',
  );
  parts.push(...rows.map(({ query }) => query));
  return { text: Buffer.from(parts.join('\n')), tables: tables.length };
}

/** Paths of files below a folder that hold one of the marks, each with the mark's place. */
export function filesWith(
  folder: string,
  canaries: readonly Canary[],
): { found: string[]; looked: string[] } {
  const found: string[] = [];
  const looked: string[] = [];
  const wanted = canaries.map((canary) => ({ ...canary, spelt: spellings(canary.mark) }));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    looked.push(path);
    for (const { place, spelt } of wanted)
      if (spelt.some((spelling) => bytes.includes(spelling))) found.push(`${place} in ${path}`);
  }
  return { found, looked };
}
