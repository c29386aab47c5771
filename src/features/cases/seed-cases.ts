/** Loads the topics, outcomes and deadlines that ship with the product and are not there yet. */
import type { InTransaction } from '#platform/database/connection.ts';
import { clockRules, outcomes, outcomesSource, seedValidFrom, topics, topicsSource } from './cases.seed.ts';

/** Adds version 1 of each code that has no row at all; what an administrator entered or ended stays. */
export async function seedCases(trx: InTransaction): Promise<void> {
  const first = { version: 1, status: 'unconfirmed', valid_from: seedValidFrom };
  await trx
    .insertInto('cases.topic')
    .values(
      topics.map((topic, index) => ({
        ...first,
        code: topic.code,
        matter: 'matter' in topic ? topic.matter : 'corruption',
        name_th: topic.nameTh,
        name_en: topic.nameEn,
        hint_th: topic.hintTh,
        hint_en: topic.hintEn,
        sort: (index + 1) * 10,
        basis: topic.basis,
        source: topicsSource,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('cases.outcome')
    .values(
      outcomes.map((outcome, index) => ({
        ...first,
        code: outcome.code,
        matter: 'matter' in outcome ? outcome.matter : 'corruption',
        name_th: outcome.nameTh,
        name_en: outcome.nameEn,
        told_th: outcome.toldTh,
        told_en: outcome.toldEn,
        from_stages: [...outcome.fromStages],
        sort: (index + 1) * 10,
        basis: outcome.basis,
        source: outcomesSource,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto('cases.clock_rule')
    .values(
      clockRules.map((rule) => ({
        ...first,
        code: rule.code,
        name_th: rule.nameTh,
        name_en: rule.nameEn,
        started_by: rule.startedBy,
        met_by: rule.metBy,
        days: rule.days,
        day_unit: rule.dayUnit,
        basis_th: rule.basisTh,
        basis_en: rule.basisEn,
        source: rule.source,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
