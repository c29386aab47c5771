/** Browser and server stretch alike, though each by its own Argon2. */
import { argon2id } from 'hash-wasm';
import { expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { argon2, PASSPHRASE_COST, RECEIPT_COST } from './key-derivation.ts';

it.each([RECEIPT_COST, PASSPHRASE_COST])(
  'gives in Node what WebAssembly gives in a browser: %o',
  async (cost) => {
    const [secret, salt] = [utf8('ความลับ 1234'), utf8('เกลือแห่งการทดสอบ')];
    const inBrowsers = await argon2id({
      password: secret,
      salt,
      memorySize: cost.memoryKiB,
      iterations: cost.iterations,
      parallelism: cost.parallelism,
      hashLength: 32,
      outputType: 'binary',
    });
    expect(await argon2(secret, salt, cost)).toEqual(new Uint8Array(inBrowsers));
  },
);
