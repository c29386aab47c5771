/** The ministry brings a year's items: begun from last year's or from a table, put in force when they are right. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { disclosurePolicies } from '../disclosure.policies.ts';
import { agencyType, type DisclosureNeeds, isUuid, keeperOf } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { disclosureText } from '../text.ts';
import { insertItems, selectItems, selectSets } from './item-set.queries.ts';
import type { Item, ItemSet } from './item-set.ts';
import { readItems } from './item-sheet.ts';

type Done = Promise<Outcome<{ id: string }>>;

const newSet = z.object({
  id: z.uuid(),
  fiscalYear: z.coerce.number().int().min(2560).max(2650),
  basisTh: z.string().trim().min(1).max(1000),
  basisEn: z.string().trim().max(1000),
  source: z.string().trim().min(1).max(1000),
  status: z.enum(['confirmed', 'unconfirmed']),
});
export type NewSet = z.input<typeof newSet>;

/** A draft out of a table. Another table for the same year replaces what the draft held. Safe to repeat with the same id. */
export async function loadSet(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  input: NewSet,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Done {
  const parsed = newSet.safeParse(input);
  if (!parsed.success)
    return refused('malformed', { fields: parsed.error.issues.map(({ path }) => String(path[0])) });
  // Before a stranger's file is read at all.
  if (!keeperOf(signedIn, await needs.network.listCentres(needs.ground.now()))) return refused('forbidden');
  const sheet = readSheet(file.bytes, file.name, { maxRows: 120, maxColumns: 30 });
  if (!sheet.ok) return refused('not-a-table');
  const read = readItems(sheet.rows);
  if (!read.ok) return refused('rows-wrong', { rows: read.rows });
  if (read.items.length === 0) return refused('empty-set');
  return writeDraft(needs, signedIn, parsed.data, read.items, 'disclosure.items-loaded');
}

/** A draft with the items in force of the latest year before: names and checklists as they were, nothing confirmed. */
export async function startFromLast(
  needs: DisclosureNeeds,
  signedIn: SignedIn,
  { id, fiscalYear }: { readonly id: string; readonly fiscalYear: number },
): Done {
  const { ground } = needs;
  if (!isUuid(id) || !Number.isInteger(fiscalYear) || fiscalYear < 2560 || fiscalYear > 2650)
    return refused('malformed');
  const last = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const sets = await selectSets(trx, { agencyType, state: 'in-force' });
    const set = sets.find((one) => one.fiscalYear < fiscalYear);
    return set && { set, items: await selectItems(trx, set.id) };
  });
  if (!last) return refused('nothing-to-copy');
  const words = (locale: 'th' | 'en') => disclosureText(locale).sets.carried(last.set.fiscalYear);
  return writeDraft(
    needs,
    signedIn,
    {
      id,
      fiscalYear,
      basisTh: words('th'),
      basisEn: words('en'),
      source: words('en'),
      status: 'unconfirmed',
    },
    last.items.map((item) => ({ ...item, status: 'unconfirmed' as const })),
    'disclosure.items-carried-over',
  );
}

async function writeDraft(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  set: z.output<typeof newSet>,
  items: readonly Item[],
  act: string,
): Done {
  const now = ground.now();
  const keeper = keeperOf(signedIn, await network.listCentres(now));
  if (!keeper) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const sets = await selectSets(trx, { agencyType, fiscalYear: set.fiscalYear });
    const draft = sets.find(({ state }) => state === 'draft');
    if (sets.some(({ id, state }) => id === set.id && state !== 'draft')) return refused('wrong-state');
    const told = {
      basis_th: set.basisTh,
      basis_en: set.basisEn || set.basisTh,
      source: set.source,
      status: set.status,
      changed_at: now,
    };
    const id = draft?.id ?? set.id;
    if (draft) {
      await trx.updateTable('disclosure.item_set').set(told).where('id', '=', id).execute();
      await trx.deleteFrom('disclosure.item').where('set_id', '=', id).execute();
    } else {
      const made = await trx
        .insertInto('disclosure.item_set')
        .values({
          ...told,
          id,
          fiscal_year: set.fiscalYear,
          agency_type: agencyType,
          version: Math.max(0, ...sets.map(({ version }) => version)) + 1,
          made_by: signedIn.person.id,
          made_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) return refused('changed-meanwhile');
    }
    await insertItems(trx, id, items);
    await recordAct(trx, {
      act,
      object: 'item-set',
      id,
      unit: keeper.unitCode,
      role: keeper.role,
      at: now.toISOString(),
      facts: { fiscalYear: set.fiscalYear, items: items.length },
    });
    return done({ id });
  });
}

/** From now on the year's answers are read against this set; centres are told. Safe to repeat. */
export async function putInForce({ ground, network }: DisclosureNeeds, signedIn: SignedIn, id: string): Done {
  if (!isUuid(id)) return refused('not-found');
  const now = ground.now();
  const keeper = keeperOf(signedIn, await network.listCentres(now));
  if (!keeper) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const [set] = await selectSets(trx, { id });
    if (!set) return refused('not-found');
    if (set.state === 'in-force') return done({ id });
    if (set.state !== 'draft') return refused('wrong-state');
    const items = await selectItems(trx, id);
    if (items.length === 0) return refused('empty-set');
    await trx
      .updateTable('disclosure.item_set')
      .set({ state: 'replaced' })
      .where('fiscal_year', '=', set.fiscalYear)
      .where('agency_type', '=', set.agencyType)
      .where('state', '=', 'in-force')
      .execute();
    await trx
      .updateTable('disclosure.item_set')
      .set({ state: 'in-force', in_force_by: signedIn.person.id, in_force_at: now, changed_at: now })
      .where('id', '=', id)
      .execute();
    await tell(trx, set, signedIn, now);
    await recordAct(trx, {
      act: 'disclosure.items-in-force',
      object: 'item-set',
      id,
      unit: keeper.unitCode,
      role: keeper.role,
      at: now.toISOString(),
      facts: { fiscalYear: set.fiscalYear, version: set.version, items: items.length },
    });
    return done({ id });
  });
}

const tell = (trx: InTransaction, set: ItemSet, signedIn: SignedIn, at: Date) =>
  raiseNotice(trx, {
    id: set.id,
    kind: 'disclosure',
    objectId: set.id,
    titleTh: disclosureText('th').notices.inForce(set.fiscalYear),
    titleEn: disclosureText('en').notices.inForce(set.fiscalYear),
    href: `/office/disclosure?year=${set.fiscalYear}`,
    roles: disclosurePolicies.write,
    raisedBy: signedIn.person.id,
    at,
  });
