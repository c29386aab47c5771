/** The ministry enters the next wording of the announcement; what was signed stays as it was signed. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { keepsRules, roleIn } from '../standing.ts';
import { selectTemplates } from './no-gift.queries.ts';
import { strangersIn } from './no-gift-rules.ts';
import { firstTemplate } from './template.seed.ts';

const text = (most: number) =>
  z
    .string()
    .transform((words) => words.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1).max(most));
const newTemplate = z.object({
  id: z.uuid(),
  titleTh: text(300),
  titleEn: text(300),
  bodyTh: text(8000),
  bodyEn: text(8000),
  basis: text(500),
  source: text(500),
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: z.string().refine((day) => parseCivilDate(day) !== undefined),
});
export type NewTemplate = z.input<typeof newTemplate>;

/** Safe to repeat with the same `id`. Refusals: `forbidden`, `malformed`, `placeholders`, `not-later`. */
export async function enterTemplate(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewTemplate,
): Promise<Outcome<{ version: number }>> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  if (!keepsRules(signedIn, centres)) return refused('forbidden');
  const parsed = newTemplate.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, ...next } = parsed.data;
  const all = [next.titleTh, next.titleEn, next.bodyTh, next.bodyEn].join('\n');
  if (strangersIn(all).length > 0) return refused('placeholders');
  const root = centres.find(({ parentCode }) => parentCode === undefined)!;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const find = () =>
      trx.selectFrom('ethics.no_gift_template').select('version').where('id', '=', id).executeTakeFirst();
    const there = await find();
    if (there) return done(there);
    const present = (await selectTemplates(trx))[0];
    if (present && next.validFrom < present.validFrom) return refused('not-later');
    const version = (present?.version ?? 0) + 1;
    const [entered] = await insertTemplate(trx, { id, version, ...next });
    // Two at once: the same form twice is one version, two forms are told of each other.
    if (entered?.numInsertedOrUpdatedRows !== 1n) {
      const same = await find();
      return same ? done(same) : refused('changed-meanwhile');
    }
    await recordAct(trx, {
      act: 'ethics.no-gift-template-entered',
      object: 'no-gift-template',
      id,
      unit: root.code,
      role: roleIn(['planner', 'administrator'], signedIn.appointments, root.id)!,
      at: now.toISOString(),
      facts: { version, validFrom: next.validFrom, status: next.status },
    });
    return done({ version });
  });
}

function insertTemplate(
  trx: InTransaction,
  { id, version, ...next }: z.infer<typeof newTemplate> & { readonly version: number },
) {
  return trx
    .insertInto('ethics.no_gift_template')
    .values({
      id,
      version,
      title_th: next.titleTh,
      title_en: next.titleEn,
      body_th: next.bodyTh,
      body_en: next.bodyEn,
      basis: next.basis,
      source: next.source,
      status: next.status,
      valid_from: next.validFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Adds the first wording where there is none. */
export async function seedNoGiftTemplate(trx: InTransaction): Promise<void> {
  await insertTemplate(trx, { id: '00000000-0000-4000-8000-000000000040', version: 1, ...firstTemplate });
}
