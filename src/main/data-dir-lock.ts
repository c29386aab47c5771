/** One program a data folder: a second `npm start` in the same folder is refused, a dead program's mark is taken over. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from '#platform/http/start-failure.ts';

/**
 * Marks the folder as ours.
 * @returns a function that gives it back
 * @throws StartFailure when a living program holds it
 */
export function holdDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'program.pid');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const other = Number(readFileSync(file, 'utf8'));
    if (isProgram(other)) {
      throw new StartFailure(
        'already-running',
        `Prongsai is already running on ${dataDir} (process ${other}); stop it first or set DATA_DIR and PORT`,
        `Prongsai กำลังทำงานกับ ${dataDir} อยู่แล้ว (process ${other}) โปรดหยุดก่อน หรือตั้ง DATA_DIR และ PORT`,
      );
    }
    writeFileSync(file, String(process.pid));
  }
  return () => rmSync(file, { force: true });
}

function isProgram(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    // The number may belong to another program by now.
    return (
      process.platform !== 'linux' ||
      /scripts\/(?:start|demo)|bootstrap\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    );
  } catch {
    return false;
  }
}
