/** `npm start`: makes ready whatever is missing and serves. Says in plain words what to open. */
import '#main/production.ts'; // before anything that imports React
import { type Program, runProgram } from '#main/program.ts';
import { describeFailure } from '#platform/http/start-failure.ts';
import { buildPages } from './build.ts';

const starting = start();

// Listened to from the first moment: a Ctrl-C during the first start stops the database that it has just made.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
// Set when started through `npm start`: the parent's death, even by kill -9, ends this process too.
process.once('disconnect', stop);

try {
  const { address, firstLink } = await starting;
  console.log(`Prongsai is ready · ระบบพร้อมแล้ว: ${address}`);
  if (firstLink)
    console.log(
      `Become the first administrator (once, within 24 hours) · เป็นผู้ดูแลระบบคนแรก (ใช้ได้ครั้งเดียว ภายใน 24 ชั่วโมง):\n  ${firstLink}`,
    );
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}

async function start(): Promise<Program> {
  if (await buildPages()) console.error('Prongsai: the pages have been built · สร้างหน้าเว็บแล้ว');
  return runProgram();
}

async function stop(): Promise<void> {
  await starting.then(
    (program) => program.stop(),
    () => undefined,
  );
  process.exit(0);
}
