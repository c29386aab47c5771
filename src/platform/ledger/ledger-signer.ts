/** The installation's ledger key with the name under which it signs. */

import type { Queries } from '#platform/database/connection.ts';
import { toHex } from '#platform/sealing/bytes.ts';
import { rawPublicKey, signingKeyFromSeed } from '#platform/sealing/signature.ts';
import { sameBytes } from './encoding.ts';
import { isLoopback } from './log-source.ts';
import { type NoteSigner, parseVkey } from './signed-note.ts';
import { lastCheckpoint } from './tree-store.ts';

/**
 * The signer of a 32-byte seed. The name is the log's public address without its scheme, and stays what it was
 * at the first signature, since a log that changes its name is another log to everyone who follows it.
 */
export async function ledgerSigner(db: Queries, seed: Uint8Array, publicUrl: URL): Promise<NoteSigner> {
  const key = await signingKeyFromSeed(seed);
  const head = await lastCheckpoint(db);
  const before = head && parseVkey(head.vkey);
  if (before && sameBytes(before.publicKey, rawPublicKey(key.publicKey))) return { name: before.name, key };
  // Another key than before: the integration refuses it, naming the reason.
  return { name: before?.name ?? originOf(publicUrl, rawPublicKey(key.publicKey)), key };
}

/**
 * `https://prongsai.example:8443/x/` → `prongsai.example:8443/x/ledger`. Every trial installation is "localhost":
 * there the key makes the name, so that an auditor's memory does not take one trial for another that was forged.
 */
export function originOf(publicUrl: URL, publicKey: Uint8Array): string {
  const name = `${publicUrl.host}${publicUrl.pathname.replace(/\/+$/, '')}/ledger`;
  return isLoopback(publicUrl) ? `${name}/${toHex(publicKey.subarray(0, 4))}` : name;
}
