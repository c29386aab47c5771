/** Keeps the ledger up to date in the background: short polling, a clean stop, and a refusal that is heard. */
import { BATCH_LIMIT, type BatchResult, type Integration, integrateBatch } from './integrator.ts';
import { isLedgerError, type LedgerError } from './ledger-error.ts';

export type IntegratorLoop = {
  /** Looks at the outbox at once instead of at the end of the pause. */
  readonly wake: () => void;
  /** Ends after the batch in hand; resolves when nothing is running any more. */
  readonly stop: () => Promise<void>;
};

export type LoopReports = {
  /** The ledger must not be extended; the loop has stopped for good. Acts go on being recorded and wait. */
  readonly onRefusal: (error: LedgerError) => void;
  /** Something that may pass (the database is away, the disk is full); the loop tries again. */
  readonly onTrouble: (error: unknown) => void;
};

/**
 * Short polling, not LISTEN/NOTIFY: a NOTIFY makes PostgreSQL commit the notifying transactions one by one,
 * which would undo what the outbox is for.
 */
const PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 30_000;

/** Starts integrating. `pauseMs` is the time between looks at an empty outbox. */
export function startIntegrator(
  integration: Integration,
  reports: LoopReports,
  pauseMs = PAUSE_MS,
): IntegratorLoop {
  let stopping = false;
  let endPause: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      endPause = () => {
        clearTimeout(timer);
        done();
      };
    });

  const running = (async () => {
    let troubles = 0;
    while (!stopping) {
      try {
        const result: BatchResult = await integrateBatch(integration);
        troubles = 0;
        const more = result !== 'busy' && result.placed === BATCH_LIMIT;
        if (!more && !stopping) await pause(pauseMs);
      } catch (error) {
        if (isLedgerError(error)) return reports.onRefusal(error);
        reports.onTrouble(error);
        if (!stopping) await pause(Math.min(pauseMs * 2 ** troubles++, LONGEST_PAUSE_MS));
      }
    }
  })();

  return {
    wake: () => endPause(),
    stop: () => {
      stopping = true;
      endPause();
      return running;
    },
  };
}
