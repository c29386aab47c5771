/** For casework: whether an officer may be put in charge of a case, or has declared a conflict in it that stands. */
import { sql } from 'kysely';
import type { InTransaction } from '#platform/database/connection.ts';

/** `trx` acts for somebody who works on the case; she learns that a colleague stands aside, and nothing of why. */
export async function mayBeAssigned(
  trx: InTransaction,
  { caseId, personId }: { readonly caseId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql<{ is_recused: boolean }>`
    select exists (
      select from ethics.recused_from(${caseId}::uuid) recused where recused = ${personId}::uuid
    ) as is_recused`.execute(trx);
  return !rows[0]!.is_recused;
}
