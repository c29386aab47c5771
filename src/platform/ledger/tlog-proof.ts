/**
 * The signed proof of filing: a small text file (C2SP tlog-proof, https://c2sp.org/tlog-proof) by which anyone
 * can check, offline and for ever, that an entry is in the log. Its `extra` line may open the commitment.
 */
import { type Bytes, textOf, utf8 } from '#platform/sealing/bytes.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { commitmentOf, type LedgerEntry, readEntry, type SaltedEntry } from './commitment.ts';
import { fromBase64, toBase64 } from './encoding.ts';
import { isLedgerError, type LedgerErrorCode, ledgerError } from './ledger-error.ts';
import { HASH_SIZE, leafHash, verifyInclusion } from './merkle.ts';

/** A proof taken apart; nothing in it is verified. */
export type TlogProof = {
  /** Opaque and unauthenticated; ours is written by `openingOf`. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
};

/** The verdict on a proof: what it proves, or why it proves nothing. */
export type ProofVerdict =
  | { readonly ok: true; readonly index: number; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly code: LedgerErrorCode };

/** What a proof of filing says when it opens its own commitment. */
export type FilingVerdict =
  | {
      readonly ok: true;
      readonly index: number;
      readonly checkpoint: Checkpoint;
      readonly entry: LedgerEntry;
    }
  | { readonly ok: false; readonly code: LedgerErrorCode };

const HEADER = 'c2sp.org/tlog-proof@v1';

/** Writes the file. */
export function formatTlogProof({ extra, index, hashes, checkpoint }: TlogProof): string {
  const lines = [HEADER, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`];
  return `${[...lines, ...hashes.map(toBase64)].join('\n')}\n\n${checkpoint}`;
}

/** Reads the file. Error `malformed-proof`. */
export function parseTlogProof(text: string): TlogProof {
  const refuse = () => ledgerError('malformed-proof', 'not a tlog-proof file');
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  if (end < 0 || lines.shift() !== HEADER) throw refuse();
  const opening = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice('extra '.length)) : null;
  const digits = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const hashes = lines.map(fromBase64);
  if (opening === undefined || digits === undefined || hashes.length > 64) throw refuse();
  const known = hashes.filter((hash): hash is Bytes => hash?.length === HASH_SIZE);
  if (known.length !== hashes.length) throw refuse();
  return {
    ...(opening ? { extra: opening } : {}),
    index: Number(digits),
    hashes: known,
    checkpoint: text.slice(end + 2),
  };
}

/** Verifies, offline, that the commitment is in the log whose key is given. */
export async function verifyTlogProof(
  text: string,
  commitment: Uint8Array,
  vkey: string,
): Promise<ProofVerdict> {
  try {
    const proof = parseTlogProof(text);
    const checkpoint = await openCheckpoint(proof.checkpoint, vkey);
    const leaf = { index: proof.index, hash: leafHash(commitment) };
    return verifyInclusion(proof.hashes, leaf, checkpoint)
      ? { ok: true, index: proof.index, checkpoint }
      : { ok: false, code: 'not-included' };
  } catch (error) {
    if (isLedgerError(error)) return { ok: false, code: error.code };
    throw error;
  }
}

/** What the `extra` line of a proof carries so that its holder can show which act was filed. */
export function openingOf({ entry, salt }: Pick<SaltedEntry, 'entry' | 'salt'>): Uint8Array {
  return utf8(JSON.stringify({ salt: toBase64(salt), entry }));
}

/** Verifies, offline, a proof that opens its own commitment, and returns the act that was filed. */
export async function verifyFilingProof(text: string, vkey: string): Promise<FilingVerdict> {
  try {
    const { entry, salt } = readOpening(parseTlogProof(text).extra);
    const verdict = await verifyTlogProof(text, commitmentOf(entry, salt), vkey);
    // Read only after the proof holds: before, the opening is anybody's text.
    return verdict.ok ? { ...verdict, entry: readEntry(entry) } : verdict;
  } catch (error) {
    if (isLedgerError(error)) return { ok: false, code: error.code };
    throw error;
  }
}

function readOpening(extra: Uint8Array | undefined): { entry: string; salt: Bytes } {
  try {
    const { entry, salt } = JSON.parse(textOf(extra ?? new Uint8Array())) as {
      entry: unknown;
      salt: unknown;
    };
    const bytes = typeof salt === 'string' ? fromBase64(salt) : undefined;
    if (typeof entry === 'string' && bytes) return { entry, salt: bytes };
  } catch (cause) {
    throw ledgerError('malformed-proof', 'the proof does not say which entry it is about', cause);
  }
  throw ledgerError('malformed-proof', 'the proof does not say which entry it is about');
}
