/** Facts that ship with the product, loaded as rows at every start: what is missing is added, what an administrator changed stays. */
import { seedCases } from '#features/cases/seed-cases.ts';
import { seedDisclosure } from '#features/disclosure/item-sets/seed-sets.ts';
import { seedCodes } from '#features/ethics/codes/seed-codes.ts';
import { seedHonours } from '#features/ethics/honours/seed-honours.ts';
import { seedMoral } from '#features/ethics/moral-organisation/seed-moral.ts';
import { seedNoGiftTemplate } from '#features/ethics/no-gift/enter-template.ts';
import { seedEthicsRules } from '#features/ethics/rules/seed-rules.ts';
import { seedTypologies } from '#features/knowledge/lessons/seed-typologies.ts';
import { seedOffences } from '#features/knowledge/offences/seed-offences.ts';
import { seedUnits } from '#features/network/seed-units.ts';
import { seedDuties } from '#features/prevention/duties/seed-duties.ts';
import { seedAlignments } from '#features/prevention/plans/seed-alignments.ts';
import { seedRiskFrameworks } from '#features/prevention/risk/seed-frameworks.ts';
import { seedLearning } from '#features/seminars/learning/seed-learning.ts';
import { seedMoney } from '#features/seminars/money/seed-money.ts';
import { seedCompetencies } from '#features/seminars/seed-competencies.ts';
import { seedCompletion } from '#features/seminars/seed-completion.ts';
import { seedQuestionnaires } from '#features/survey/seed-questionnaires.ts';
import { connect, type InTransaction } from '#platform/database/connection.ts';
import { seedHolidays } from '#platform/database/holidays.ts';

/** Adds missing rows only; safe to repeat. Runs as the owner, who stands above row-level security. */
export type Seeder = (trx: InTransaction) => Promise<void>;

/** In order: a later seeder may refer to rows of an earlier one. */
const seeders: readonly Seeder[] = [
  seedHolidays,
  seedUnits,
  seedCases,
  seedOffences,
  seedTypologies,
  seedCompetencies,
  seedMoney,
  seedAlignments,
  seedDuties,
  seedEthicsRules,
  seedNoGiftTemplate,
  seedCodes,
  seedMoral,
  seedHonours,
  seedCompletion,
  seedLearning,
  seedRiskFrameworks,
  seedDisclosure,
  seedQuestionnaires,
];

/** Runs every seeder in one transaction, as the owner. */
export async function seed(ownerUrl: string): Promise<void> {
  const db = connect(ownerUrl, 1);
  try {
    await db.transaction().execute(async (trx) => {
      for (const run of seeders) await run(trx);
    });
  } finally {
    await db.destroy();
  }
}
