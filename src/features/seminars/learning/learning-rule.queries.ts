/** The numbers of evaluation and competence with all their versions. */
import type { Queries } from '#platform/database/connection.ts';
import type { LearningRule, RuleCode } from './learning-rule.ts';

/** Newest version of each code first. */
export async function selectLearningRules(db: Queries): Promise<readonly LearningRule[]> {
  const rows = await db
    .selectFrom('seminars.learning_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code as RuleCode,
    version: row.version,
    value: row.value,
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    isConfirmed: row.status === 'confirmed',
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}
