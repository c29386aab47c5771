/** A command finds the installation's database, makes it only when it may, and stops what it started. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '#platform/database/connection.ts';
import { withDatabase } from './installation.ts';
import { readSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prongsai-installation-'));
  chmodSync(folder, 0o711); // the engine's own user passes through
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = () => readSettings({ DATA_DIR: folder });
const centres = async (db: Database) =>
  (await sql<{ n: number }>`select count(*)::int as n from network.unit`.execute(db)).rows[0]!.n;

it('where nothing is installed, reading makes nothing', async () => {
  await expect(withDatabase('as-it-stands', centres, settings())).rejects.toMatchObject({
    code: 'no-installation',
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('makes and fills it when it may, and leaves no engine running, also when the work fails', async () => {
  const running = () => existsSync(join(folder, 'postgres/postmaster.pid'));
  expect(await withDatabase('up-to-date', centres, settings())).toBe(91);
  expect(running()).toBe(false);
  const failing = async () => {
    expect(running()).toBe(true);
    throw new Error('the work failed');
  };
  await expect(withDatabase('as-it-stands', failing, settings())).rejects.toThrow('the work failed');
  expect(running()).toBe(false);
  expect(await withDatabase('as-it-stands', centres, settings())).toBe(91);
}, 60_000);
