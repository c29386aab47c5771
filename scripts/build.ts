/** Builds pages and islands when their sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const finished = join(root, 'build');
const stamp = join(finished, '.sources');

/**
 * Builds beside the last build and takes its place at the end, so that two at once, or one that fails, leave a
 * whole one. Returns whether a build was made. Throws when it fails, with the builder's output.
 */
export async function buildPages(): Promise<boolean> {
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const folder = `build.${process.pid}`;
  try {
    run('react-router', ['build'], folder);
    run('vite', ['build', '--config', 'vite.islands.config.ts'], folder);
    await precompress(folder);
    writeFileSync(join(root, folder, '.sources'), wanted);
    const old = `${join(root, folder)}.old`;
    if (existsSync(finished)) renameSync(finished, old);
    renameSync(join(root, folder), finished);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  return true;
}

function run(command: string, words: string[], folder: string): void {
  const result = spawnSync(join(root, 'node_modules/.bin', command), words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', PAGES_BUILD_DIR: folder },
  });
  if (result.status !== 0)
    throw new Error(`${command} ${words.join(' ')} failed:\n${result.stdout}\n${result.stderr}`);
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['src/**/*.{ts,tsx,css,svg}', 'package-lock.json', 'vite*.config.ts', 'react-router.config.ts'],
    { cwd: root, exclude: (name) => name.endsWith('.test.ts') },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Static files are compressed once, at the best level, beside the plain ones. */
async function precompress(folder: string): Promise<void> {
  const files = globSync(
    [`${folder}/client/assets/**/*.{js,css,svg}`, `${folder}/islands/**/*.{js,css,wasm}`],
    {
      cwd: root,
    },
  );
  await Promise.all(
    files.map(async (file) =>
      writeFileSync(
        join(root, `${file}.br`),
        await promisify(brotliCompress)(readFileSync(join(root, file))),
      ),
    ),
  );
}

if (process.argv[1] === import.meta.filename)
  console.log((await buildPages()) ? 'built' : 'nothing has changed since the last build');
