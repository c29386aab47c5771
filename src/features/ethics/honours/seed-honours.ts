/** Adds the first categories where there are none. */
import type { InTransaction } from '#platform/database/connection.ts';
import { firstCategories } from './categories.seed.ts';
import { insertCategory } from './category.queries.ts';

export async function seedHonours(trx: InTransaction): Promise<void> {
  for (const category of firstCategories) await insertCategory(trx, category);
}
