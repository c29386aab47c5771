/** A ledger on a database of its own for tests; never used by the program itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { generateSigningSeed } from '#platform/sealing/signature.ts';
import type { LedgerAct } from './commitment.ts';
import { type Integration, openIntegration } from './integrator.ts';
import { ledgerSigner } from './ledger-signer.ts';
import { type RecordedAct, recordAct } from './record.ts';

/** The moment at which everything in these tests happens. */
export const at = '2026-11-23T02:15:00Z';
export const now = () => new Date(at);

/** An act like any other. */
export const act = (i: number): LedgerAct => ({ act: 'cases.assigned', object: 'case', id: `case-${i}`, at });

export type TestLedger = {
  readonly database: TestDatabase;
  readonly folder: string;
  /** Replaced by tests that try another key. */
  seed: Uint8Array;
  readonly integration: Integration;
  /** Opens a further integrator, with its own off-box copy when named. */
  readonly open: (offBox?: string) => Promise<Integration>;
  /** Acts in the outbox. */
  readonly waiting: () => Promise<number>;
  readonly recordMany: (count: number, from?: number) => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function createTestLedger(): Promise<TestLedger> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  const keys = { seed: generateSigningSeed() as Uint8Array };
  const open = async (offBox = 'ledger-last-checkpoint') => {
    const db = database.asWorker;
    const signer = await ledgerSigner(db, keys.seed, new URL('https://prongsai.example'));
    return openIntegration({ db, signer, offBoxPath: join(folder, offBox), now });
  };
  return {
    database,
    folder,
    get seed() {
      return keys.seed;
    },
    set seed(seed) {
      keys.seed = seed;
    },
    integration: await open(),
    open,
    waiting: async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ledger.outbox`.execute(
        database.owner,
      );
      return rows[0]!.n;
    },
    recordMany: (count, from = 0) =>
      database.asOfficer.transaction().execute(async (trx) => {
        for (let i = from; i < from + count; i++) await recordAct(trx, act(i));
      }),
    end: async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Records one act in a transaction of its own. */
export function record(db: Database, one: LedgerAct): Promise<RecordedAct> {
  return db.transaction().execute((trx) => recordAct(trx, one));
}

/** The code with which a promise was refused, `accepted` if it was not. */
export function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  );
}
