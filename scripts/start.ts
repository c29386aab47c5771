/** `npm start`: makes ready whatever is missing and serves. Says in plain words what to open. */
import '#main/production.ts'; // before anything that imports React
import { runProgram } from '#main/program.ts';
import { describeFailure } from '#platform/http/start-failure.ts';
import { buildPages } from './build.ts';

try {
  await buildPages();
  const program = await runProgram();
  if (program.firstLink)
    console.log(
      `Become the first administrator (once, within 24 hours) · เป็นผู้ดูแลระบบคนแรก (ใช้ได้ครั้งเดียว ภายใน 24 ชั่วโมง):\n  ${program.firstLink}`,
    );
  const stop = async () => {
    await program.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // Set when started through `npm start`: the parent's death, even by kill -9, ends this process too.
  process.once('disconnect', stop);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
