/**
 * `node bootstrap.mjs scripts/export-ledger.ts <new folder> [--public-only]`: writes the ledger into a folder that
 * `npm run verify` reads, while the program runs or while it is stopped. With `--public-only` the folder holds
 * only what anybody may see, and can be put on any web server as a mirror.
 */
import { parseArgs } from 'node:util';
import { withDatabase } from '#main/installation.ts';
import { describeFailure } from '#platform/http/start-failure.ts';
import { ledgerMessages } from '#platform/ledger/describe-verdict.ts';
import { exportLog } from '#platform/ledger/export-log.ts';
import { locales } from '#platform/text/messages.ts';

const [th, en] = locales.map(ledgerMessages) as [
  ReturnType<typeof ledgerMessages>,
  ReturnType<typeof ledgerMessages>,
];

try {
  process.exitCode = await main();
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'public-only': { type: 'boolean', default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    console.log(`${th.exportUsage}\n${en.exportUsage}`);
    return 1;
  }
  const { size } = await withDatabase('as-it-stands', (db) =>
    exportLog(db, folder, values['public-only'] ? 'none' : 'opened'),
  );
  console.log(`${th.exported(size, folder)}\n${en.exported(size, folder)}`);
  return 0;
}
