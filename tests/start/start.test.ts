/** Starting, stopping, dying and starting again, and one clear sentence for everything that can stand in the way. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { addressFor } from '#platform/database/connection.ts';
import { openTestCluster } from '#platform/database/test-database.ts';
import { answering, freePort, launch, temporaryFolder } from './instance.ts';

const folders: (() => void)[] = [];
afterAll(() => {
  for (const remove of folders) remove();
});
const folder = () => {
  const made = temporaryFolder();
  folders.push(made.remove);
  return made.path;
};
const settings = async (dataDir: string) => ({ DATA_DIR: dataDir, PORT: String(await freePort()) });
const oneSentence = /^Prongsai cannot start: .+\nเริ่มระบบไม่ได้: .+\n$/;
/** Whether the process runs: one that has ended but was not yet collected by its parent has no command line left. */
const runs = (pid: number) =>
  existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
const asRoot = process.getuid?.() === 0;

describe('an administrator starts the program', { timeout: 120_000 }, () => {
  test('it stops cleanly, starts again in under 5 s, and is refused a second time in the same folder', async () => {
    const dataDir = folder();
    const first = launch(await settings(dataDir));
    await answering(first);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);

    const begun = Date.now();
    const second = launch(await settings(dataDir));
    await answering(second);
    expect(Date.now() - begun).toBeLessThan(5_000);

    const rival = launch(await settings(dataDir));
    expect(await rival.ended).toBe(1);
    expect(rival.output()).toMatch(oneSentence);
    expect(rival.output()).toContain('already running');
    expect((await fetch(second.url)).status).toBe(200);
    second.process.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test('after kill -9 the database is still there, and the next start joins it', async () => {
    const dataDir = folder();
    const first = launch(await settings(dataDir));
    await answering(first);
    first.process.kill('SIGKILL');
    await first.ended;
    const orphan = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    expect(runs(orphan)).toBe(true);

    const second = launch(await settings(dataDir));
    await answering(second);
    expect(Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])).toBe(
      orphan,
    );
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(runs(orphan)).toBe(false);
  });
});

describe('one clear sentence and exit code 1', { timeout: 120_000 }, () => {
  test('the port is in use', async () => {
    const running = launch(await settings(folder()));
    await answering(running);
    const second = launch({ DATA_DIR: folder(), PORT: new URL(running.url).port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(oneSentence);
    expect(second.output()).toContain(`port ${new URL(running.url).port} is in use`);
    running.process.kill('SIGTERM');
    await running.ended;
  });

  test('the data folder cannot be written', async () => {
    // A file where a folder should be: not even root may write below it.
    const started = launch(await settings('/dev/null/prongsai'));
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(oneSentence);
    expect(started.output()).toContain('DATA_DIR');
  });

  test.skipIf(!asRoot)('the disk is full', async () => {
    const mount = folder();
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=755', 'tmpfs', mount]).status).toBe(0);
    try {
      const started = launch(await settings(mount));
      expect(await started.ended).toBe(1);
      expect(started.output()).toMatch(oneSentence);
      expect(started.output()).toContain('disk');
    } finally {
      spawnSync('umount', [mount]);
    }
  });

  test('DATABASE_URL leads nowhere, or the password is wrong', async () => {
    const nowhere = launch({
      ...(await settings(folder())),
      DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/x`,
    });
    expect(await nowhere.ended).toBe(1);
    expect(nowhere.output()).toMatch(oneSentence);
    expect(nowhere.output()).toContain('DATABASE_URL');
    const { adminUrl } = await openTestCluster();
    if (process.env['TEST_DATABASE_URL']) return; // that one trusts everybody
    const refused = launch({
      ...(await settings(folder())),
      DATABASE_URL: addressFor(adminUrl, { password: 'wrong' }),
    });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(oneSentence);
  });

  test('the database knows no Thai letters', async () => {
    const { adminUrl } = await openTestCluster();
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin
      .query("create database thai_blind template template0 encoding 'UTF8' locale 'C'")
      .catch(() => undefined);
    await admin.end();
    const started = launch({
      ...(await settings(folder())),
      DATABASE_URL: addressFor(adminUrl, { database: 'thai_blind' }),
    });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(oneSentence);
    expect(started.output()).toContain('locale');
  });

  test('a setting makes no sense', async () => {
    const started = launch({ DATA_DIR: folder(), PORT: 'eighty' });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(oneSentence);
  });

  test.skipIf(!asRoot)('an ordinary user who may not write the data folder', async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, 'closed'));
    chmodSync(join(dataDir, 'closed'), 0o700);
    const words = [
      'nobody',
      '-s',
      '/bin/sh',
      '-c',
      `DATA_DIR=${dataDir}/closed PORT=${await freePort()} ${process.execPath} scripts/start.ts`,
    ];
    const result = spawnSync('su', words, { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/Prongsai cannot start: .+DATA_DIR/);
  });
});
