/** A throw-away server of the PostgreSQL that Debian packages, on a unix socket, for running the database tests on it too. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export type DebianPostgres = {
  readonly version: string;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** Starts one, or returns undefined where none is installed. */
export async function startDebianPostgres(): Promise<DebianPostgres | undefined> {
  const folder = globSync('/usr/lib/postgresql/*/bin').sort().at(0);
  if (!folder) return undefined;
  const data = mkdtempSync(join(tmpdir(), 'prongsai-debian-'));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user) chownSync(data, user.uid, user.gid);
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', join(data, 'db'), '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const flags = ['-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=300'];
  const server = spawn(join(folder, 'postgres'), ['-D', join(data, 'db'), '-k', data, ...flags], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  const url = `postgresql://owner@/postgres?host=${encodeURIComponent(data)}`;
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(100);
    }
  }
  const stop = async () => {
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { version: folder.split('/').at(-2)!, url, stop };
}

function postgresUser() {
  const read = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: read('-u'), gid: read('-g') };
}
