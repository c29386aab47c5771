// Makes any machine with Node 20 or newer able to run Prongsai: installs what the lock file says (once),
// then hands over to the pinned Node 24 that comes with it. Plain JavaScript, because it runs before all else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const stamp = join(root, 'node_modules', '.installed-lock');
const [script, ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Prongsai needs Node 20 or newer; this is ${process.versions.node}. โปรดติดตั้ง Node 20 ขึ้นไป`);
  process.exit(1);
}
installOnce();
await handOver();

/** `npm ci`, unless the folder already holds exactly what the lock file names. */
function installOnce() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Standard error, so that commands whose output is read by programs stay clean.
  console.error('Prongsai: installing what it needs (once, about half a minute) · กำลังติดตั้งส่วนประกอบ ครั้งเดียว');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'Prongsai: npm ci failed; check the network and free disk space, then run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Runs the script in this process when it is Node 24 already, else in the installed one. */
async function handOver() {
  const file = join(root, script);
  if (process.versions.node.startsWith('24.')) {
    process.argv = [process.execPath, file, ...rest];
    const { enableCompileCache } = await import('node:module');
    enableCompileCache(join(root, 'node_modules', '.cache', 'compile'));
    await import(pathToFileURL(file).href);
    return;
  }
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node)) {
    console.error(
      'Prongsai runs on Node 24, which could not be installed for this platform; please install it.',
    );
    process.exit(1);
  }
  // The channel ("ipc") lets the child notice when this process is killed, and stop cleanly.
  const child = spawn(node, [join(root, 'bootstrap.mjs'), script, ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
