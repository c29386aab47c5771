/** `npm run verify` as an auditor runs it, on exports and proofs. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLog } from './export-log.ts';
import { drainOutbox } from './integrator.ts';
import { proofOfFiling } from './proof.ts';
import { vkeyOf } from './signed-note.ts';
import { act, createTestLedger, record, type TestLedger } from './test-ledger.ts';

let ledger: TestLedger;

describe("the auditor's command", () => {
  beforeAll(async () => {
    ledger = await createTestLedger();
  });
  afterAll(() => ledger.end());
  const run = (script: string, words: string[], env: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, [join('scripts', script), ...words], {
      env: { ...process.env, ...env },
      cwd: join(import.meta.dirname, '../../..'),
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );

  it('says in two languages and by its exit code whether the log is sound, and remembers', async () => {
    await ledger.recordMany(20);
    await drainOutbox(ledger.integration);
    const memory = ['--memory', join(ledger.folder, 'seen.json')];
    const target = join(ledger.folder, 'first');
    const exported = await run('export-ledger.ts', [target], { DATABASE_URL: ledger.database.ownerUrl });
    expect(exported.stdout).toContain('20 entries');
    const first = await run('verify.ts', [target, ...memory]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/ถูกต้อง[\s\S]*Verdict: sound/);

    await ledger.recordMany(5, 20);
    await drainOutbox(ledger.integration);
    const later = join(ledger.folder, 'later');
    await exportLog(ledger.database.asWorker, later);
    const second = await run('verify.ts', [later, ...memory]);
    expect(second.stdout).toContain('It had 20 entries when it was last verified here');
    const back = await run('verify.ts', [target, ...memory]);
    expect(back).toMatchObject({ code: 1 });
    expect(back.stdout).toContain('it had 25 entries when last seen, now 20');

    expect(await run('verify.ts', [join(ledger.folder, 'nowhere'), ...memory])).toMatchObject({ code: 2 });
    expect(await run('verify.ts', [])).toMatchObject({ code: 2 });
  });

  it('verifies a proof of filing', async () => {
    const recorded = await record(ledger.database.asPublic, act(777));
    await drainOutbox(ledger.integration);
    const proof = await proofOfFiling(ledger.database.asPublic, recorded, recorded);
    if (proof === 'pending') throw new Error('still pending');
    const file = join(ledger.folder, 'report.tlog-proof');
    await writeFile(file, proof.text);
    const good = await run('verify.ts', [file, '--vkey', vkeyOf(ledger.integration.signer)]);
    expect(good).toMatchObject({ code: 0 });
    expect(good.stdout).toContain(`entry ${proof.seq} is in the ledger prongsai.example/ledger`);
    await writeFile(file, proof.text.replace(`index ${proof.seq}`, 'index 0'));
    expect(await run('verify.ts', [file, '--vkey', vkeyOf(ledger.integration.signer)])).toMatchObject({
      code: 1,
    });
  });
});
