/** What every feature stands on: handed over once by `main`, so that a test can stand on another ground. */
import type { Logger } from 'pino';
import type { Database } from './database/connection.ts';
import type { FileStore } from './files/file-store.ts';
import type { JobQueue } from './jobs/index.ts';

export type Databases = {
  /** Citizens' side: may call the functions of `reports`, reads no matter. */
  readonly public: Database;
  /** Alone reads the secrets of accounts. */
  readonly signIn: Database;
  /** Officers' side, under row-level security. */
  readonly officer: Database;
  /** Background work. */
  readonly worker: Database;
};

/** Secrets of the installation, made at first start and kept in DATA_DIR/secrets, outside the database. */
export type Secrets = {
  readonly databasePassword: string;
  /** HMAC key over receipts' look-up values, 32 bytes. */
  readonly receiptPepper: Buffer;
  /** HMAC key of proof-of-work challenges and other short-lived tokens, 32 bytes. */
  readonly tokenKey: Buffer;
  /** AES-256-GCM key over one-time-code secrets, 32 bytes. */
  readonly accountKey: Buffer;
  /** Seed of the ledger's Ed25519 signing key, 32 bytes. */
  readonly ledgerSeed: Buffer;
};

/** What features need of the running ledger; acts are recorded through `recordAct` in their own transaction. */
export type LedgerHandle = {
  /** The key by which outsiders verify the ledger. */
  readonly vkey: string;
  /** Places what has just been recorded without waiting for the next look at the outbox. */
  readonly wake: () => void;
  /** Why nothing is being signed, or undefined when all is well. */
  readonly refusal: () => string | undefined;
};

export type Ground = {
  readonly databases: Databases;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly ledger: LedgerHandle;
  /** Asks for background work in the transaction that makes the change. */
  readonly jobs: JobQueue;
  /** Whether a mail server is set; without one mail waits. */
  readonly sendsMail: boolean;
  readonly log: Logger;
  /** Time is passed in, so that a test can choose it. */
  readonly now: () => Date;
  readonly publicUrl: URL;
  readonly proofOfWorkMax: number;
};
