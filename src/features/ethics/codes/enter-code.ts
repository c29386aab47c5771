/** The ministry enters the next version of a standard or of a regime's code; pledges stay with the version they were given on. */
import { z } from 'zod';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { roleIn } from '../standing.ts';
import { insertCode, insertStandard, selectCodes, selectStandards } from './code.queries.ts';
import { codesPolicies } from './codes.policies.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const day = z.string().refine((text) => parseCivilDate(text) !== undefined);
const common = {
  id: z.uuid(),
  nameTh: words(200),
  nameEn: words(200),
  basisTh: words(500),
  basisEn: words(500),
  source: words(500),
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: day,
};
const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standard'), ...common, code: words(40) }),
  z.object({
    kind: z.literal('code'),
    ...common,
    /** Of a row that is there; empty for a regime that is new. */
    code: z.string().trim().max(40),
    titleTh: words(300),
    titleEn: words(300),
    issuedOn: day.optional(),
    pledgeTh: words(2000),
    pledgeEn: words(2000),
    situations: z.coerce.number().int().min(3).max(5),
  }),
]);
type Entry = z.infer<typeof entry>;

/** The ministry's centre, for who writes for the whole network; undefined for others. */
export function keptFor(signedIn: SignedIn, centres: readonly Centre[]): Centre | undefined {
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return root && roleIn(codesPolicies.keep, signedIn.appointments, root.id) ? root : undefined;
}

/** Safe to repeat with the same `id`. Refusals: `forbidden`, `malformed`, `not-later`, `unknown-rule`. */
export async function enterCode(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ version: number }>> {
  const now = ground.now();
  const root = keptFor(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const parsed = entry.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const next = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const table = next.kind === 'code' ? 'ethics.code' : 'ethics.standard';
    const find = () => trx.selectFrom(table).select('version').where('id', '=', next.id).executeTakeFirst();
    const there = await find();
    if (there) return done(there);
    const version = await perform(trx, next);
    // Two at once: the same form twice is one version, two forms are told of each other.
    const same = !version.ok && version.code === 'changed-meanwhile' && (await find());
    if (same) return done(same);
    if (!version.ok) return version;
    await recordAct(trx, {
      act: 'ethics.code-entered',
      object: `ethics-${next.kind}`,
      id: next.id,
      unit: root.code,
      role: roleIn(codesPolicies.keep, signedIn.appointments, root.id)!,
      at: now.toISOString(),
      facts: { version: version.value.version, validFrom: next.validFrom, status: next.status },
    });
    return version;
  });
}

async function perform(trx: InTransaction, next: Entry): Promise<Outcome<{ version: number }>> {
  if (next.kind === 'standard') {
    const present = (await selectStandards(trx)).find(({ code }) => code === next.code);
    if (!present) return refused('unknown-rule');
    if (next.validFrom <= present.validFrom) return refused('not-later');
    const version = present.version + 1;
    const [entered] = await insertStandard(trx, next.id, { ...next, sort: present.sort, version });
    return entered?.numInsertedOrUpdatedRows === 1n ? done({ version }) : refused('changed-meanwhile');
  }
  const all = await selectCodes(trx);
  const present = all.find(({ regime }) => regime === next.code);
  if (next.code !== '' && !present) return refused('unknown-rule');
  if (present && next.validFrom <= present.validFrom) return refused('not-later');
  const version = (present?.version ?? 0) + 1;
  const [entered] = await insertCode(trx, next.id, {
    ...next,
    issuedOn: next.issuedOn,
    regime: present?.regime ?? `OWN-${next.id.slice(0, 8).toUpperCase()}`,
    sort: present?.sort ?? Math.max(0, ...all.map(({ sort }) => sort)) + 10,
    version,
  });
  return entered?.numInsertedOrUpdatedRows === 1n ? done({ version }) : refused('changed-meanwhile');
}
