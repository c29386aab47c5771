/** Raises a notice in the transaction that makes the change: officers hear of it if and only if it happened. */
import type { InTransaction } from '#platform/database/connection.ts';
import { caseWork, type NewNotice } from './notice.ts';

/**
 * Safe to repeat with the same `id`. As an officer (`actingAs`), `raisedBy` must be she herself; as the worker or the
 * owner it must be left out.
 */
export async function raiseNotice(trx: InTransaction, notice: NewNotice): Promise<void> {
  await trx
    .insertInto('knowledge.notice')
    .values({
      id: notice.id,
      kind: notice.kind,
      object_id: notice.objectId,
      title_th: notice.titleTh,
      title_en: notice.titleEn,
      href: notice.href ?? null,
      touches: JSON.stringify(notice.touches ?? []),
      audience_units: notice.units ? [...notice.units] : null,
      audience_roles: [...(notice.roles ?? caseWork)],
      raised_by: notice.raisedBy ?? null,
      raised_at: notice.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
