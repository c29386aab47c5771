/** `npm run demo`: a throw-away instance full of invented matter, with the accounts printed. Gone when it is stopped. */
import '#main/production.ts'; // before anything that imports React
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '#main/demo/demo-desk.ts';
import { fillDemo } from '#main/demo/fill-demo.ts';
import { runProgram } from '#main/program.ts';
import { readSettings } from '#main/settings.ts';
import { describeFailure } from '#platform/http/start-failure.ts';
import { buildPages } from './build.ts';

const cases = Number(process.env['DEMO_CASES'] ?? 200);
const dataDir = mkdtempSync(join(tmpdir(), 'prongsai-demo-'));
chmodSync(dataDir, 0o711); // the embedded database's own user passes through

const running = start();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
process.once('disconnect', stop);
try {
  const { address, desk } = await running;
  console.log(`\nThe demonstration is ready · พร้อมทดลองใช้แล้ว: ${address}`);
  console.log(`Accounts, one-time codes, receipts · บัญชี รหัสครั้งเดียว ใบรับเรื่อง: ${desk.address}`);
} catch (error) {
  console.error(describeFailure(error));
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(1);
}

async function start() {
  await buildPages();
  const settings = readSettings({
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
  });
  const program = await runProgram(settings);
  const { network, receipts } = await fillDemo(program.app, cases, new Date(), (what, share) => {
    const words =
      what === 'officers'
        ? 'making officers and keys · สร้างบัญชีและกุญแจ'
        : `sealing and working cases · ปิดผนึกและดำเนินเรื่อง ${Math.round(share * 100)} %`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words}`);
    else if (share === 0 || share === 1) console.error(words);
  });
  await importLaws();
  const desk = await openDesk(program.address, network.accounts, receipts);
  return { address: program.address, desk, stop: program.stop };
}

/** Statutes, where a folder of texts is given (DEMO_LAWS) or stands beside the project: the product ships none. */
async function importLaws(): Promise<void> {
  const folder = process.env['DEMO_LAWS'] ?? join(import.meta.dirname, '../../shared/data/laws');
  if (!existsSync(folder)) return;
  console.error('\nimporting statutes · นำเข้าตัวบทกฎหมาย');
  const command = [join(import.meta.dirname, 'laws-import.ts'), folder];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: 'ignore',
  });
  await new Promise((done) => child.once('exit', done));
}

async function stop(): Promise<void> {
  await running.then(
    async (demo) => {
      await demo.desk.stop();
      await demo.stop();
    },
    () => undefined,
  );
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}
