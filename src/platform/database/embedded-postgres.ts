/** The embedded PostgreSQL: made on first use, started with the program, re-attached when an earlier program died. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartFailure } from '#platform/http/start-failure.ts';
import { type Engine, type EngineUser, locateEngine, privateFolder } from './engine-files.ts';

export type EmbeddedPostgres = {
  /** Connection address of the owner, over a unix socket that no network reaches. */
  readonly url: (database: string) => string;
  /** Makes the database when it is not there yet. */
  readonly ensureDatabase: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const owner = 'prongsai_owner';

/**
 * Starts or joins the engine whose data are in `dataDir/postgres`.
 * @param password secret of the owner role, kept by the caller; used when the cluster is made
 * @throws StartFailure when the engine cannot be made or does not answer within 30 s
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  password: string,
  flags: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const engine = locateEngine(dataDir);
  const socketDir = join(
    tmpdir(),
    `prongsai-${createHash('sha256').update(engine.databaseDir).digest('hex').slice(0, 12)}`,
  );
  prepareSocketDir(socketDir, engine.user);
  if (!existsSync(join(engine.databaseDir, 'PG_VERSION'))) await initialise(engine, password);
  const url = (database: string) =>
    `postgresql://${owner}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(socketDir)}`;
  const running = livingPostmaster(engine.databaseDir);
  let output = '';
  if (running === undefined) output = launch(engine, socketDir, flags);
  await answering(url('postgres'), () => output);
  return {
    url,
    ensureDatabase: (name) => ensureDatabase(url('postgres'), name),
    stop: () => stop(engine.databaseDir),
  };

  function launch(
    { postgres, databaseDir, user }: Engine,
    sockets: string,
    extra: readonly string[],
  ): string {
    rmSync(join(databaseDir, 'postmaster.pid'), { force: true });
    // Sockets only: nothing listens on a network address. A process group of its own keeps Ctrl-C for us to order the stop.
    const child = spawn(postgres, ['-D', databaseDir, '-k', sockets, '-c', 'listen_addresses=', ...extra], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-2_000);
    });
    child.on('error', (error) => {
      output += error.message;
    });
    child.unref();
    (child.stderr as unknown as { unref(): void }).unref();
    return '';
  }
}

async function initialise(engine: Engine, password: string): Promise<void> {
  privateFolder(engine.databaseDir, engine.user);
  const passwordFile = join(tmpdir(), `prongsai-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (engine.user) chownSync(passwordFile, engine.user.uid, engine.user.gid);
  try {
    // C.UTF-8, never C: PostgreSQL's trigrams and character classes know no Thai letter under C.
    const words = [
      '-D',
      engine.databaseDir,
      '-U',
      owner,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
    ];
    const child = spawn(engine.initdb, words, {
      ...engine.user,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let problems = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      problems += text;
    });
    const code = await new Promise<number | null>((done) =>
      child.on('error', () => done(-1)).on('exit', done),
    );
    if (code === 0) return;
    rmSync(engine.databaseDir, { recursive: true, force: true });
    const reason = problems.trim().split('\n').at(-1) ?? '';
    throw new StartFailure(
      'engine-init',
      `the database could not be made in ${engine.databaseDir} (${reason}); is the disk full?`,
      `สร้างฐานข้อมูลไม่ได้ โปรดตรวจเนื้อที่ดิสก์และสิทธิ์ของโฟลเดอร์`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The process that holds the data folder, if it lives: after a kill of Node, PostgreSQL goes on without it. */
function livingPostmaster(databaseDir: string): number | undefined {
  const file = join(databaseDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    // A number can be reused after a reboot: only a process that is PostgreSQL counts.
    if (process.platform === 'linux' && !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(databaseDir))
      return undefined;
    return pid;
  } catch {
    return undefined;
  }
}

async function answering(url: string, output: () => string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      await client.end().catch(() => undefined);
      if ((cause as { code?: string }).code === '28P01') {
        throw new StartFailure(
          'engine-password',
          'the embedded database does not accept the password kept in DATA_DIR/secrets; restore that folder from the same backup as the data',
          'รหัสผ่านฐานข้อมูลใน DATA_DIR/secrets ไม่ตรงกับข้อมูล โปรดกู้คืนจากชุดสำรองเดียวกัน',
          { cause },
        );
      }
      if (tries >= 600) {
        throw new StartFailure(
          'engine-silent',
          `the embedded database does not answer: ${output().trim().split('\n').at(-1) ?? 'no message'}`,
          'ฐานข้อมูลในตัวไม่ตอบ โปรดดูข้อความภาษาอังกฤษ',
          { cause },
        );
      }
      await sleep(50);
    }
  }
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (!known.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function stop(databaseDir: string): Promise<void> {
  const pid = livingPostmaster(databaseDir);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT'); // "fast": ends sessions, writes a checkpoint
  for (let tries = 0; tries < 600 && livingPostmaster(databaseDir) !== undefined; tries++) await sleep(50);
}

function prepareSocketDir(folder: string, user: EngineUser | undefined): void {
  const mine = user?.uid ?? process.getuid?.();
  if (existsSync(folder) && statSync(folder).uid !== mine) {
    throw new StartFailure(
      'socket-dir',
      `${folder} belongs to somebody else; remove it and start again`,
      `โฟลเดอร์ ${folder} เป็นของผู้อื่น โปรดลบแล้วเริ่มใหม่`,
    );
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}
