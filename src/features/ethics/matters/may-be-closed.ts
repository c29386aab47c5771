/** For casework: whether a breach at the stage of measures may be closed, with a measure or the reason for none recorded. */
import type { InTransaction } from '#platform/database/connection.ts';
import { selectMeasures, selectNoMeasures } from './matter.queries.ts';

/** `trx` acts for somebody who works on the matter. */
export async function mayBeClosed(trx: InTransaction, caseId: string): Promise<boolean> {
  return (await selectMeasures(trx, caseId)).length > 0 || (await selectNoMeasures(trx, caseId)).length > 0;
}
