/** What this feature stands on: the ground, the network's centres, and the casework facts it must quote. */
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { FileHolds } from './file-holds.ts';
import type { TokenBucket } from './token-bucket.ts';
import type { UploadAllowance } from './upload-allowance.ts';

/** Rows of the casework feature that citizens see or that start with a receipt. */
export type CaseFacts = {
  readonly listTopics: (day: string) => Promise<readonly Topic[]>;
  readonly listOutcomes: (day: string) => Promise<readonly Outcome[]>;
  /** The deadlines that a receipt on this civil date starts. */
  readonly clocksOnReceipt: (day: string) => Promise<readonly Clock[]>;
  /** The deadlines that a contested closing starts. */
  readonly clocksOnContest: (day: string) => Promise<readonly Clock[]>;
};

export type Topic = {
  readonly code: string;
  /** What a report on it becomes; advice is asked for on a page of its own. */
  readonly matter: 'corruption' | 'ethics-advice' | 'ethics-breach';
  readonly nameTh: string;
  readonly nameEn: string;
  readonly hintTh: string;
  readonly hintEn: string;
};
export type Outcome = { readonly code: string; readonly toldTh: string; readonly toldEn: string };
export type Clock = {
  readonly code: string;
  readonly version: number;
  readonly startedOn: string;
  readonly dueOn: string;
};

export type Parts = {
  readonly ground: Ground;
  readonly network: Pick<Network, 'listCentres'>;
  readonly cases: CaseFacts;
  readonly uploads: UploadAllowance;
  readonly holds: FileHolds;
  /** Failed look-ups of receipts, of everybody together. */
  readonly failedLookUps: TokenBucket;
  /** Runs work for somebody without script, or answers undefined when too many ask at once: in place of a proof of work. */
  readonly withoutScript: <T>(work: () => Promise<T>) => Promise<T | undefined>;
};
