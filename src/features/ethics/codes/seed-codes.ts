/** Loads standards, codes, conduct and situations that ship with the product and are not there yet; what was changed since stays. */
import { randomUUID } from 'node:crypto';
import type { InTransaction } from '#platform/database/connection.ts';
import { insertCode, insertConduct, insertScenario, insertStandard } from './code.queries.ts';
import { codes, conduct, standards } from './codes.seed.ts';
import { scenarios } from './scenarios.seed.ts';

export async function seedCodes(trx: InTransaction): Promise<void> {
  for (const standard of standards) await insertStandard(trx, randomUUID(), standard);
  for (const code of codes) await insertCode(trx, randomUUID(), code);
  const conductThere = await idsIn(trx, 'ethics.conduct');
  for (const row of conduct) if (!conductThere.has(row.id)) await insertConduct(trx, row);
  const scenariosThere = await idsIn(trx, 'ethics.scenario');
  for (const row of scenarios) if (!scenariosThere.has(row.id)) await insertScenario(trx, row);
}

async function idsIn(
  trx: InTransaction,
  table: 'ethics.conduct' | 'ethics.scenario',
): Promise<ReadonlySet<string>> {
  return new Set((await trx.selectFrom(table).select('id').execute()).map(({ id }) => id));
}
