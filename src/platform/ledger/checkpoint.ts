/** The signed head of the log: C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint). */
import type { Bytes } from '#platform/sealing/bytes.ts';
import { fromBase64, toBase64 } from './encoding.ts';
import { ledgerError } from './ledger-error.ts';
import { HASH_SIZE } from './merkle.ts';
import { type NoteSigner, openNote, parseNote, parseVkey, signNote } from './signed-note.ts';

/** Which log, how many entries, and the root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

/** The note to publish. The signer's name is the log's origin. */
export function signCheckpoint(
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
  signer: NoteSigner,
): Promise<string> {
  return signNote(`${signer.name}\n${size}\n${toBase64(root)}\n`, signer);
}

/** Reads the body of a checkpoint; extension lines are ignored. Error `malformed-checkpoint`. */
export function parseCheckpoint(text: string): Checkpoint & { readonly root: Bytes } {
  const [origin, digits, encoded, ...rest] = text.split('\n');
  const size = Number(digits);
  const root = fromBase64(encoded ?? '');
  const inForm =
    origin &&
    /^(?:0|[1-9]\d*)$/.test(digits ?? '') &&
    Number.isSafeInteger(size) &&
    root?.length === HASH_SIZE &&
    rest.at(-1) === '' &&
    rest.slice(0, -1).every((line) => line !== '');
  if (!inForm) throw ledgerError('malformed-checkpoint', 'not an origin, a size and a root');
  return { origin, size, root };
}

/**
 * The checkpoint of a note, when the holder of the vkey signed it and the origin is the key's name.
 * Errors `malformed-note`, `malformed-checkpoint`, `malformed-key`, `wrong-key`, `bad-signature`.
 */
export async function openCheckpoint(note: string, vkey: string): Promise<Checkpoint & { root: Bytes }> {
  const checkpoint = parseCheckpoint(await openNote(note, vkey));
  if (checkpoint.origin !== parseVkey(vkey).name)
    throw ledgerError(
      'wrong-key',
      `the key of ${parseVkey(vkey).name} cannot speak for ${checkpoint.origin}`,
    );
  return checkpoint;
}

/** What a note claims, unverified: for showing, never for deciding. */
export const claimedCheckpoint = (note: string): Checkpoint => parseCheckpoint(parseNote(note).text);
