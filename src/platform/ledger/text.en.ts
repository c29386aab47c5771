/** English messages of the ledger's verification. Entries are counted from 0, as in the log itself. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  sound: (origin, size) =>
    `Verdict: sound. The ledger ${origin} has ${size} entries; every one was hashed again and fits the signature.`,
  wrong: 'Verdict: NOT sound.',
  unreachable: (reason) => `The ledger could not be read (${reason}), so nothing was verified.`,
  firstSight: (vkey) =>
    `Seen for the first time, so the key it shows was believed: ${vkey} Compare it with the key the office has published; from now on it is compared with this one.`,
  continues: (size) =>
    `It had ${size} entries when it was last verified here: all are where they were, none removed or changed.`,
  withheld:
    'This source gives out the public part only: that nothing was changed or removed is verified, what the entries say is not shown.',
  opened: (opened, erased) =>
    `${opened} entries could be read and fit their commitments; ${erased} were erased as the law allows.`,
  unexplained: (count) =>
    `Note: ${count} erased entries have no recorded act of erasure. Ask the office about them.`,
  proofSound: (origin, seq, size) =>
    `The proof is good: entry ${seq} is in the ledger ${origin} as signed at ${size} entries.`,
  proofAct: (act, at) => `Act: ${act} at ${at}`,
  remedies: 'Keep this result as evidence and tell an outside auditor.',
  usage:
    'Usage: npm run verify -- <folder, web address or .tlog-proof file> [--vkey <key>] [--memory <file>] [--no-memory]',
  keyNeeded: 'To verify a .tlog-proof file, name the key of the ledger with --vkey.',
  refused: 'The ledger has stopped signing; acts are still recorded and wait.',
  exportUsage: 'Usage: node bootstrap.mjs scripts/export-ledger.ts <new folder> [--public-only]',
  exported: (size, folder) => `The ledger of ${size} entries was written to ${folder}.`,
  problems: {
    'vkey-missing': 'There is no key to verify the signature with; name it with --vkey.',
    'checkpoint-missing': 'There is no signed checkpoint.',
    'key-changed': 'The key is not the one seen before: somebody may have put another ledger in its place.',
    'malformed-note': 'The signed checkpoint is not in form.',
    'malformed-checkpoint': 'The signed checkpoint is not in form.',
    'malformed-key': 'The verifier key is not in form.',
    'malformed-proof': 'The proof file is not in form.',
    'malformed-entry': 'The entry is not in form.',
    'wrong-key': 'The checkpoint was not signed with this key.',
    'bad-signature': 'The signature of the checkpoint is wrong: it was changed after signing.',
    'not-included': 'This entry is not in the signed ledger.',
    'restored-from-backup': 'The database is older than what was signed already; restore a later backup.',
    'ledger-forked': 'The ledger in the database is not the one that was signed before.',
    'ledger-damaged': 'The stored ledger is damaged.',
    'unknown-entry': 'There is no such entry.',
    shrunk: (size, seen) => `The ledger has shrunk: it had ${seen} entries when last seen, now ${size}.`,
    rewritten: (seen) => `History was rewritten: the first ${seen} entries are not the ones seen before.`,
    'bundle-missing': (path) => `The entry bundle ${path} is missing.`,
    'bundle-malformed': (path) => `The entry bundle ${path} is not in form.`,
    'tile-missing': (path) => `The hash tile ${path} is missing.`,
    'tile-wrong': (path) => `All entries are right, but the hash tile ${path} was changed.`,
    'entry-wrong': (seq) => `Entry ${seq} was changed; it is the first that is wrong.`,
    'range-wrong': (from, last) => `Something was changed in the entries ${from} to ${last}.`,
    'opened-entry-wrong': (seq) => `What entry ${seq} says was changed: it does not fit its commitment.`,
    'opened-entry-missing': (seq) => `What entry ${seq} says is missing from the export.`,
    'opened-entry-extra': (seq) => `The export says more than the ledger has, from entry ${seq} on.`,
  },
};
