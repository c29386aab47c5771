/** The ledger of a running installation: opened at start, kept up to date in the background, stopped cleanly. */
import type { Logger } from 'pino';
import type { Database } from '#platform/database/connection.ts';
import { describeRefusal } from './describe-verdict.ts';
import { type Integration, openIntegration } from './integrator.ts';
import { type IntegratorLoop, startIntegrator } from './integrator-loop.ts';
import { isLedgerError, type LedgerError, type LedgerErrorCode } from './ledger-error.ts';
import { ledgerSigner } from './ledger-signer.ts';
import { vkeyOf } from './signed-note.ts';

export type LedgerParts = {
  /** The worker role's pool. */
  readonly db: Database;
  /** 32 bytes. */
  readonly seed: Uint8Array;
  readonly publicUrl: URL;
  /** `DATA_DIR/ledger-last-checkpoint` unless the administrator keeps it on another machine. */
  readonly offBoxPath: string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error'>;
};

export type Ledger = {
  /** The key by which outsiders verify: to be printed at start, published, and given to islands. */
  readonly vkey: string;
  /** Why nothing is being signed, or undefined when all is well: for the administrator's page. */
  readonly refusal: () => LedgerErrorCode | undefined;
  /** Places what has just been recorded without waiting for the next look at the outbox. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Opens the ledger and starts integrating. When it must not be extended (a restored backup, another key, damage)
 * the program goes on: acts are recorded and wait, nothing is signed, and the reason is logged and shown.
 */
export async function startLedger(parts: LedgerParts): Promise<Ledger> {
  const { db, seed, publicUrl, offBoxPath, now, log } = parts;
  const signer = await ledgerSigner(db, seed, publicUrl);
  let refusal: LedgerErrorCode | undefined;
  const onRefusal = (error: LedgerError) => {
    refusal = error.code;
    log.error({ code: error.code, reason: error.message }, describeRefusal(error.code));
  };
  const onTrouble = (error: unknown) => log.error({ reason: String(error) }, 'ledger: trying again');

  let loop: IntegratorLoop | undefined;
  try {
    const integration: Integration = await openIntegration({ db, signer, offBoxPath, now });
    loop = startIntegrator(integration, { onRefusal, onTrouble });
  } catch (error) {
    if (!isLedgerError(error)) throw error;
    onRefusal(error);
  }
  return {
    vkey: vkeyOf(signer),
    refusal: () => refusal,
    wake: () => loop?.wake(),
    stop: async () => loop?.stop(),
  };
}
