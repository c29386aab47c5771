import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { placeEmblem } from '#platform/documents/index.ts';
import { placeEmblemFrom } from './emblem.ts';

const folder = mkdtempSync(join(tmpdir(), 'emblem-'));
afterAll(() => {
  placeEmblem(undefined);
  rmSync(folder, { recursive: true });
});

test('an emblem that cannot be drawn stops the start, not the first paper', () => {
  const broken = join(folder, 'emblem.svg');
  writeFileSync(broken, '<html></html>');
  expect(() => placeEmblemFrom(broken)).toThrow(/EMBLEM_FILE/);
  expect(() => placeEmblemFrom(join(folder, 'missing.png'))).toThrow(/EMBLEM_FILE/);
  writeFileSync(broken, '<svg viewBox="0 0 2 3"><path d="M0 0h2v3z"/></svg>');
  expect(() => placeEmblemFrom(broken)).not.toThrow();
  expect(() => placeEmblemFrom(undefined)).not.toThrow();
});
