/** The installation's secrets: made once, kept in DATA_DIR/secrets for the program's user alone. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '#platform/ground.ts';
import { StartFailure } from '#platform/http/start-failure.ts';

/**
 * Reads the secrets, making them at first start.
 * @throws StartFailure when the folder cannot be written
 */
export function openSecrets(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, 'installation.json');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    chmodSync(dataDir, 0o711); // the embedded database's own user passes through, and sees no list
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) {
      const fresh = {
        databasePassword: randomBytes(24).toString('base64url'),
        receiptPepper: randomBytes(32).toString('base64'),
        tokenKey: randomBytes(32).toString('base64'),
        accountKey: randomBytes(32).toString('base64'),
        ledgerSeed: randomBytes(32).toString('base64'),
      };
      writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Secrets, string>;
    const bytes = (name: keyof Secrets) => Buffer.from(kept[name], 'base64');
    return {
      databasePassword: kept.databasePassword,
      receiptPepper: bytes('receiptPepper'),
      tokenKey: bytes('tokenKey'),
      accountKey: bytes('accountKey'),
      ledgerSeed: bytes('ledgerSeed'),
    };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const full = code === 'ENOSPC';
    throw new StartFailure(
      full ? 'disk-full' : 'data-dir',
      full
        ? `the disk that holds ${dataDir} is full; free some space and start again`
        : `the folder ${dataDir} cannot be written (${code ?? cause}); set DATA_DIR to a folder of your own`,
      full
        ? `ดิสก์ที่เก็บ ${dataDir} เต็ม โปรดเพิ่มเนื้อที่แล้วเริ่มใหม่`
        : `เขียนโฟลเดอร์ ${dataDir} ไม่ได้ โปรดตั้ง DATA_DIR เป็นโฟลเดอร์ของท่าน`,
      { cause },
    );
  }
}
