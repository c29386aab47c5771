/** From a secret to keys: Argon2id makes guessing dear, HKDF gives each use its own key. */
import { type Bytes, owned, utf8 } from './bytes.ts';

/** Cost of one Argon2id pass; memory in KiB. Kept beside what it protects, so that it can be raised later. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** Receipts carry 76 bits, so the cost need only slow mass guessing, and must fit into an old telephone. */
export const RECEIPT_COST: Argon2Cost = { memoryKiB: 32 * 1024, iterations: 3, parallelism: 1 };

/** Passphrases are weak and officers sit at desktops. */
export const PASSPHRASE_COST: Argon2Cost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };

/**
 * Argon2id (RFC 9106), 32 bytes. About 0.15 s at `RECEIPT_COST` in a desktop browser, 2 s on a slow telephone;
 * run it in a worker. The WebAssembly behind it needs `wasm-unsafe-eval` in the page's policy.
 */
export async function argon2(secret: Uint8Array, salt: Uint8Array, cost: Argon2Cost): Promise<Bytes> {
  // In Node its own: beside the event loop, and twice as fast. Browsers have none, nor `process`.
  const native = globalThis.process?.getBuiltinModule?.('node:crypto').argon2;
  if (native) {
    const { memoryKiB: memory, iterations: passes, parallelism } = cost;
    const parameters = { message: secret, nonce: salt, memory, passes, parallelism, tagLength: 32 };
    return new Promise((resolve, reject) =>
      native('argon2id', parameters, (error, hash) =>
        error ? reject(error) : resolve(new Uint8Array(hash)),
      ),
    );
  }
  // Loaded when needed: pages that only seal do not carry it.
  const { argon2id } = await import('hash-wasm');
  const hash = await argon2id({
    password: secret,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return owned(hash);
}

/** HKDF-SHA256 (RFC 5869), 32 bytes. `label` names the use; no two uses share one. */
export async function hkdf(secret: Uint8Array, salt: Uint8Array, label: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', owned(secret), 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: owned(salt), info: utf8(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}
