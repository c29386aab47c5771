/** Builds pages and islands when their sources have changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'build/.sources');

/** Returns whether a build was made. Throws when the build fails, with the builder's output. */
export async function buildPages(): Promise<boolean> {
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  run('react-router', ['build']);
  run('vite', ['build', '--config', 'vite.islands.config.ts']);
  await precompress();
  writeFileSync(stamp, wanted);
  return true;
}

function run(command: string, words: string[]): void {
  const result = spawnSync(join(root, 'node_modules/.bin', command), words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
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
async function precompress(): Promise<void> {
  const files = globSync(['build/client/assets/**/*.{js,css,svg}', 'build/islands/**/*.{js,css}'], {
    cwd: root,
  });
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
