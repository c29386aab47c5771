/** What the measurements share: an engine of their own with real durability, a table, quantiles, the machine. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { seed } from '#main/seed.ts';
import { connect } from '#platform/database/connection.ts';
import { startEmbeddedPostgres } from '#platform/database/embedded-postgres.ts';
import { migrate } from '#platform/database/migrate.ts';
import { openRoles } from '#platform/database/roles.ts';
import type { Databases } from '#platform/ground.ts';

export type BenchGround = {
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly databases: Databases;
  readonly stop: () => Promise<void>;
};

export const quiet = pino({ level: 'silent' });

/** An embedded PostgreSQL as an installation has it (fsync on, default settings), migrated and seeded, in a folder that is removed. */
export async function openBenchGround(): Promise<BenchGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-bench-'));
  chmodSync(dataDir, 0o711); // the engine's own user passes through
  const engine = await startEmbeddedPostgres(dataDir, 'bench');
  await engine.ensureDatabase('prongsai');
  const ownerUrl = engine.url('prongsai');
  await migrate(ownerUrl);
  await seed(ownerUrl);
  const roles = await openRoles(ownerUrl, 'bench');
  const databases = {
    public: connect(roles.prongsai_public, 64),
    signIn: connect(roles.prongsai_signin, 6),
    officer: connect(roles.prongsai_officer, 12),
    worker: connect(roles.prongsai_worker, 4),
  };
  return {
    dataDir,
    ownerUrl,
    databases,
    stop: async () => {
      await Promise.all(Object.values(databases).map((pool) => pool.destroy()));
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The value below which the given share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints a table in Markdown, ready for bench/README.md, under what was measured, when and on what. */
export function printTable(title: string, rows: readonly Record<string, string | number>[]): void {
  const names = Object.keys(rows[0] ?? {});
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  console.log(`\n### ${title}\n${new Date().toISOString().slice(0, 10)} · ${machine}\n`);
  console.log(`| ${names.join(' | ')} |\n|${names.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${names.map((name) => row[name]).join(' | ')} |`);
}

/** Milliseconds with two digits. */
export const ms = (value: number) => value.toFixed(2);
