// The real statutes lie beside the repository, not in it. Tests and benchmarks read them from there when they are there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decodeLawFile } from '../read-law-file.ts';

export const realLawsFolder =
  process.env['LAWS_DIR'] ?? resolve(import.meta.dirname, '../../../../../../shared/data/laws');

export const haveRealLaws = existsSync(realLawsFolder);

/** Base name and text of each file. */
export function readRealLaws(): { file: string; text: string }[] {
  return readdirSync(realLawsFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => ({ file, text: decodeLawFile(readFileSync(join(realLawsFolder, file))) }));
}
