/** Runs work in a transaction that row-level security can read: who acts, and for which centres. */
import { sql } from 'kysely';
import type { Database, InTransaction } from './connection.ts';

export type Actor = {
  readonly personId: string;
  /** Centres whose matter the person may see by a role that handles it. */
  readonly caseUnits: readonly number[];
  /** Centres the person administers (accounts, roles, unit list), which shows no case. */
  readonly adminUnits: readonly number[];
  /** Centres whose trail the person audits: acts and figures, no content. */
  readonly auditUnits: readonly number[];
};

/**
 * One transaction as the actor. The settings end with the transaction (`set_config(…, true)`), so that a pooled
 * connection never carries one person's rights to the next; without them every policy answers "no row".
 */
export function actingAs<T>(
  db: Database,
  actor: Actor,
  work: (trx: InTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select
      set_config('app.person', ${actor.personId}, true),
      set_config('app.case_units', ${toArray(actor.caseUnits)}, true),
      set_config('app.admin_units', ${toArray(actor.adminUnits)}, true),
      set_config('app.audit_units', ${toArray(actor.auditUnits)}, true)`.execute(trx);
    return work(trx);
  });
}

/**
 * One transaction for the holder of a seat in a seminar, who came by the link of her registration and has no account.
 * The caller has checked the link; row-level security then shows her registration and what hangs on it.
 */
export function actingAsSeat<T>(
  db: Database,
  registrationId: string,
  work: (trx: InTransaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('app.seat', ${registrationId}, true)`.execute(trx);
    return work(trx);
  });
}

const toArray = (units: readonly number[]) => `{${units.join(',')}}`;
