/** What every act on a case is handed, and how it says no. */
import type { Appointment, Network } from '#features/network/index.ts';
import type { CivilDate } from '#platform/calendar/bangkok.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { JsonValue } from '#platform/sealing/canonical-json.ts';
import type { LockedCase } from '../case.queries.ts';
import type { ClockEnd, Matter, Stage } from '../case.ts';
import type { CaseState, Refusal, Ruling } from '../case-rules.ts';

/** Whether an officer may be put in charge: not when she has declared a conflict of interest in the case. */
export type MayBeAssigned = (
  trx: InTransaction,
  asked: { readonly caseId: string; readonly personId: string },
) => Promise<boolean>;

/** Whether a breach of ethics at the stage of measures may be closed: with a measure, or the reason for none. */
export type MayBeClosed = (trx: InTransaction, caseId: string) => Promise<boolean>;

/** One act in progress: its transaction, the case's row held, who acts and as what. */
export type Work = {
  readonly trx: InTransaction;
  readonly network: Network;
  readonly mayBeAssigned: MayBeAssigned;
  readonly mayBeClosed: MayBeClosed;
  readonly now: Date;
  readonly today: CivilDate;
  readonly personId: string;
  readonly appointment: Appointment;
  readonly found: LockedCase;
};

/** What was done: noted as an event and in the ledger, in codes and identifiers. */
export type Done = {
  readonly act: string;
  readonly facts?: { readonly [key: string]: JsonValue };
  readonly toStage?: Stage;
  /** Changes to the case's row; its revision counts up with them. */
  readonly change?: { readonly [column: string]: unknown };
  /** Which clocks the act stops. */
  readonly met?: readonly ClockEnd[];
  /** What must come after everything has been noted, because the centre then no longer sees the case. */
  readonly last?: () => Promise<void>;
};

/** Stable codes that the page translates; each says what to do next. */
export type ActRefusal =
  | 'malformed'
  | 'not-found'
  | 'forbidden'
  | 'changed'
  | 'out-of-order'
  | 'stale-key'
  | 'wrong-grants'
  | 'missing-attachment'
  | 'unknown-person'
  | 'recused'
  | 'unknown-outcome'
  | 'unknown-target'
  | 'needs-two'
  | 'needs-measure'
  | 'no-reporter'
  | 'already-restricted'
  | 'no-tier-above'
  | 'no-key-above'
  | Refusal;

type RefusalError = Error & { readonly code: ActRefusal };

/** Ends the act and rolls its transaction back. */
export function refuse(code: ActRefusal): never {
  throw Object.assign(new Error(code), { name: 'CaseRefusal', code });
}

export const isRefusal = (error: unknown): error is RefusalError =>
  error instanceof Error && error.name === 'CaseRefusal';

/** The ruling's content, or the refusal it names. */
export function granted<T>(ruling: Ruling<T>): T {
  if (!ruling.ok) refuse(ruling.refusal);
  return ruling as T;
}

/** Refuses a change based on an old view of the case. */
export function refuseOldView(work: Work, revision: number): void {
  if (work.found.revision !== revision) refuse('changed');
}

/** The row as the pure rules see it. */
export function stateOf(
  found: Pick<LockedCase, 'id' | 'stage' | 'matter' | 'contested_at'>,
  closing: { outcome: string; proposed_by: string; merge_into: string | null } | undefined,
): CaseState {
  return {
    id: found.id,
    stage: found.stage as Stage,
    matter: found.matter as Matter,
    contested: found.contested_at !== null,
    proposal: closing && {
      outcome: closing.outcome,
      proposedBy: closing.proposed_by,
      mergeInto: closing.merge_into ?? undefined,
    },
  };
}
