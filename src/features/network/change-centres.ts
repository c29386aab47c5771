/** The administrator's changes to the tree of centres. Centres end, they are not deleted; the database keeps the closure. */
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { authorize } from './authority.ts';
import type { CentreKind, Region, Role, SignedIn } from './network.ts';
import { isDatabaseError, refuse } from './refusal.ts';
import { requireFresh } from './session.ts';

export type CentreForm = {
  readonly parentCode?: string | undefined;
  readonly nameTh: string;
  readonly shortTh?: string | undefined;
  readonly nameEn: string;
  readonly region?: Region | undefined;
  readonly districts?: number | undefined;
  /** Civil dates; `validTo` is the first day on which the centre is no more. */
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  /** The order or other source of the change. */
  readonly source: string;
};
export type NewCentre = CentreForm & {
  readonly code: string;
  readonly kind: Exclude<CentreKind, 'ministry'>;
};

/** Adds a centre below another. Errors `forbidden`, `already-there` for a code in use, `not-found` for the parent. */
export async function addCentre(ground: Ground, signedIn: SignedIn, centre: NewCentre): Promise<void> {
  await change(ground, signedIn, centre.parentCode ?? refuse('bad-request'), async (trx, role) => {
    await trx
      .insertInto('network.unit')
      .values({ code: centre.code, kind: centre.kind, ...(await columnsOf(trx, centre)) })
      .execute();
    const facts = { parent: centre.parentCode ?? '' };
    return { act: 'network.centre-added', unit: centre.code, role, facts };
  });
}

/** Changes names, place in the tree or days of a centre. Errors as above, and `circle`. The top stays the top. */
export async function changeCentre(
  ground: Ground,
  signedIn: SignedIn,
  code: string,
  form: CentreForm,
): Promise<void> {
  await change(ground, signedIn, code, async (trx, role) => {
    const before = await trx
      .selectFrom('network.unit')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    if ((before.parent_id === null) !== (form.parentCode === undefined)) refuse('bad-request');
    if (before.parent_id === null && form.validTo !== undefined) refuse('bad-request');
    const columns = await columnsOf(trx, form);
    await trx.updateTable('network.unit').set(columns).where('code', '=', code).execute();
    const changed = Object.entries(columns).flatMap(([column, value]) =>
      value === before[column as keyof typeof before] ? [] : [column],
    );
    return { act: 'network.centre-changed', unit: code, role, facts: { changed } };
  });
}

async function columnsOf(trx: InTransaction, form: CentreForm) {
  const parent =
    form.parentCode === undefined
      ? undefined
      : ((await trx
          .selectFrom('network.unit')
          .select('id')
          .where('code', '=', form.parentCode)
          .executeTakeFirst()) ?? refuse('not-found'));
  return {
    parent_id: parent?.id ?? null,
    name_th: form.nameTh,
    short_th: form.shortTh ?? null,
    name_en: form.nameEn,
    region: form.region ?? null,
    districts: form.districts ?? null,
    valid_from: form.validFrom,
    valid_to: form.validTo ?? null,
    source: form.source,
  };
}

type Recorded = { act: string; unit: string; role: Role; facts: { parent?: string; changed?: string[] } };

async function change(
  ground: Ground,
  signedIn: SignedIn,
  code: string,
  work: (trx: InTransaction, role: Role) => Promise<Recorded>,
): Promise<void> {
  const now = ground.now();
  requireFresh(signedIn, now);
  try {
    await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const { role } = await authorize(trx, signedIn, 'centre.change', code);
      const recorded = await work(trx, role);
      const common = { object: 'centre', id: recorded.unit, at: now.toISOString() };
      await recordAct(trx, { ...recorded, ...common, facts: JSON.parse(JSON.stringify(recorded.facts)) });
    });
  } catch (error) {
    if (isDatabaseError(error, '23505')) refuse('already-there');
    if (isDatabaseError(error, '23514')) refuse('circle');
    throw error;
  }
}
