/** The ministry enters the next version of a category, or a new one; never once the year's round has begun. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { keepsRules } from '../standing.ts';
import { insertCategory } from './category.queries.ts';
import type { Criterion } from './honour.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const day = z.string().refine((text) => parseCivilDate(text) !== undefined);
/** One criterion a line: weight | Thai | English. */
const criteria = z
  .string()
  .transform((text) =>
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [weight = '', th = '', en = '', ...more] = line.split('|').map((part) => part.trim());
        return { weight: more.length > 0 ? 0 : Number(weight), th, en };
      }),
  )
  .pipe(
    z
      .array(z.object({ weight: z.int().min(1).max(100), th: words(200), en: words(200) }))
      .min(1)
      .max(10),
  )
  .transform((lines): Criterion[] => lines.map((line, at) => ({ code: `C${at + 1}`, ...line })));
const newCategory = z
  .object({
    id: z.uuid(),
    fiscalYear: z.coerce.number().int().min(2500).max(2700),
    code: z.string().regex(/^[A-Z][A-Z0-9-]{0,29}$/),
    nameTh: words(200),
    nameEn: words(200),
    nominee: z.enum(['person', 'unit']),
    criteria,
    most: z.coerce.number().int().min(1).max(1000),
    threshold: z.coerce.number().min(0).max(100),
    leastScorers: z.coerce.number().int().min(2).max(50),
    leastNominees: z.coerce.number().int().min(2).max(1000),
    opensOn: day,
    closesOn: day,
    basisTh: words(500),
    basisEn: words(500),
    source: words(500),
    status: z.enum(['confirmed', 'unconfirmed']),
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn);

/** Safe to repeat. Refusals: `forbidden`, `malformed`, `not-open` (the round has begun). */
export async function enterCategory(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ version: number }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  if (!keepsRules(signedIn, centres)) return refused('forbidden');
  const parsed = newCategory.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, ...category } = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const there = await trx
      .selectFrom('ethics.honour_category')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirst();
    if (there) return done(there);
    const begun = await trx
      .selectFrom('ethics.honour_round')
      .select('id')
      .where('fiscal_year', '=', category.fiscalYear)
      .executeTakeFirst();
    if (begun) return refused('not-open');
    const last = await trx
      .selectFrom('ethics.honour_category')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('fiscal_year', '=', category.fiscalYear)
      .where('code', '=', category.code)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    await insertCategory(trx, { ...category, version }, id);
    await recordAct(trx, {
      act: 'ethics.honour-category-entered',
      object: 'honour-category',
      id,
      unit: centres.find(({ parentCode }) => parentCode === undefined)!.code,
      at: now.toISOString(),
      facts: { fiscalYear: category.fiscalYear, version, status: category.status },
    });
    return done({ version });
  });
}
