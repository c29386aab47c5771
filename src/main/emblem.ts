/** The ministry's own file of the state emblem, placed for all papers before anything is served. */
import { readFileSync } from 'node:fs';
import { placeEmblem, readEmblem } from '#platform/documents/index.ts';
import { StartFailure } from '#platform/http/start-failure.ts';

/** Throws a StartFailure when the setting names no file or no picture: a paper without its emblem is noticed too late. */
export function placeEmblemFrom(path: string | undefined): void {
  const read = path === undefined ? undefined : readEmblem(contentOf(path));
  if (read?.ok === false) throw refusal(path!);
  placeEmblem(read?.emblem);
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw refusal(path);
  }
}

function refusal(path: string): StartFailure {
  return new StartFailure(
    'bad-setting',
    `EMBLEM_FILE must name a PNG, or an SVG made of paths with a viewBox that begins at 0 0; "${path}" is none`,
    `EMBLEM_FILE ต้องเป็นไฟล์ PNG หรือ SVG ที่เป็นเส้นทาง (path) และมี viewBox เริ่มที่ 0 0`,
  );
}
