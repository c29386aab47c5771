/**
 * `npm run verify -- <folder, web address or .tlog-proof file>`: an auditor's command. Says in Thai and English
 * whether a ledger is sound, and which entry is the first that is wrong. Exit code 0 when sound, 1 when not,
 * 2 when it could not be verified. Needs neither a database nor the installation.
 */
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { claimedCheckpoint } from '#platform/ledger/checkpoint.ts';
import {
  describeLogVerdict,
  describeProofVerdict,
  ledgerMessages,
} from '#platform/ledger/describe-verdict.ts';
import { folderSource } from '#platform/ledger/folder-source.ts';
import { httpSource, isLoopback, type LogSource } from '#platform/ledger/log-source.ts';
import { readSeen, rememberSeen, usualMemory } from '#platform/ledger/seen-checkpoints.ts';
import { verifyFilingProof } from '#platform/ledger/tlog-proof.ts';
import { verifyLog } from '#platform/ledger/verify-log.ts';
import { type Locale, locales } from '#platform/text/messages.ts';

const say = (lines: (locale: Locale) => readonly string[]) =>
  console.log(locales.map((locale) => lines(locale).join('\n')).join('\n\n'));

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      vkey: { type: 'string' },
      memory: { type: 'string' },
      'no-memory': { type: 'boolean', default: false },
    },
  });
  const [target] = positionals;
  if (target === undefined || positionals.length > 1) {
    say((locale) => [ledgerMessages(locale).usage]);
    return 2;
  }
  try {
    const isAddress = /^https?:\/\//.test(target);
    if (!isAddress && (await stat(target)).isFile()) return await verifyProofFile(target, values.vkey);
    const memory = values['no-memory'] ? undefined : (values.memory ?? usualMemory());
    const source = isAddress ? httpSource(target) : folderSource(target);
    // By its address too: a log that changed its name as well as its key is still not the one seen there.
    const names = isAddress && !isLoopback(new URL(target)) ? [target] : [];
    return await verifySource(source, values.vkey, memory, names);
  } catch (error) {
    const reason = describeReason(error);
    say((locale) => [ledgerMessages(locale).unreachable(reason)]);
    return 2;
  }
}

async function verifySource(
  source: LogSource,
  vkey: string | undefined,
  memory: string | undefined,
  addresses: readonly string[],
): Promise<number> {
  const origin = await originOf(source);
  const all = memory ? await readSeen(memory) : {};
  const seen = [origin ?? '', ...addresses].map((name) => all[name]).find((one) => one !== undefined);
  const verdict = await verifyLog(source, { vkey, seen });
  say((locale) => describeLogVerdict(verdict, locale));
  if (verdict.ok && memory)
    await rememberSeen(memory, [verdict.checkpoint.origin, ...addresses], verdict.seen);
  return verdict.ok ? 0 : 1;
}

async function verifyProofFile(path: string, vkey: string | undefined): Promise<number> {
  if (vkey === undefined) {
    say((locale) => [ledgerMessages(locale).keyNeeded]);
    return 2;
  }
  const verdict = await verifyFilingProof(await readFile(path, 'utf8'), vkey);
  say((locale) => describeProofVerdict(verdict, locale));
  return verdict.ok ? 0 : 1;
}

/** The name the log goes by, unverified: only to find what was seen of it. */
async function originOf(source: LogSource): Promise<string | undefined> {
  const bytes = await source.read('checkpoint');
  try {
    return bytes && claimedCheckpoint(new TextDecoder().decode(bytes)).origin;
  } catch {
    return undefined; // not in form: the verification says so
  }
}

function describeReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return cause ? `${error.message}: ${cause}` : error.message;
}
