/** Feeds the search in the officer's browser: a batch of cases with the sealed texts she may read. The server searches nothing. */
import { sql } from 'kysely';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { appointmentForEither } from './case.policies.ts';
import type { MessageKind, Stage } from './case.ts';
import { presentGrant, type TitleGrant } from './list-work.ts';
import { type PageCursor, readPageCursor } from './page-cursor.ts';

export const batchSize = 25;

export type SearchCase = {
  readonly id: string;
  readonly number: string;
  readonly unitCode: string;
  readonly topic: string;
  readonly stage: Stage;
  readonly receivedOn: string;
  readonly grants: readonly (TitleGrant & { readonly kind: MessageKind })[];
  readonly messages: readonly {
    readonly kind: MessageKind;
    readonly keyVersion: number;
    /** base64url */
    readonly sealed: string;
  }[];
};

export type SearchBatch = { readonly cases: readonly SearchCase[]; readonly next: string | undefined };

/** Newest first. Each batch is one entry in the ledger: how many cases were read for search, by which role. */
export async function searchBatch(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  after: string | undefined,
): Promise<SearchBatch> {
  const centres = await network.listCentres(ground.now());
  const held = signedIn.actor.caseUnits
    .map((unit) => appointmentForEither('read', signedIn.appointments, unit))
    .filter((one) => one !== undefined);
  const codes = new Map(centres.map((centre) => [centre.id, centre.code]));
  const units = held.map((one) => one.unitId);
  const from = after === undefined ? undefined : readPageCursor(after);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const rows = await selectSearchCases(trx, units, from);
    const page = rows.slice(0, batchSize);
    const ids = page.map((row) => row.id);
    const grants = await selectAllGrants(trx, ids, signedIn.person.id);
    const messages = await selectTexts(trx, ids);
    for (const appointment of held) {
      const count = page.filter((row) => row.unitId === appointment.unitId).length;
      if (count > 0)
        await recordAct(trx, {
          act: 'search.read',
          object: 'centre',
          unit: appointment.unitCode,
          role: appointment.role,
          at: ground.now().toISOString(),
          facts: { cases: count },
        });
    }
    const last = page.at(-1);
    return {
      next: rows.length > batchSize && last ? `${last.receivedAt.toISOString()}_${last.id}` : undefined,
      cases: page.map((row) => ({
        id: row.id,
        number: row.number,
        unitCode: codes.get(row.unitId) ?? '',
        topic: row.topic,
        stage: row.stage as Stage,
        receivedOn: civilDate(row.receivedAt),
        grants: grants
          .filter((grant) => grant.caseId === row.id)
          .map((grant) => ({ ...presentGrant(grant, codes), kind: grant.kind })),
        messages: messages
          .filter((message) => message.caseId === row.id)
          .map(({ kind, keyVersion, sealed }) => ({
            kind,
            keyVersion,
            sealed: sealed.toString('base64url'),
          })),
      })),
    };
  });
}

type SearchRow = {
  id: string;
  number: string;
  unitId: number;
  topic: string;
  stage: string;
  receivedAt: Date;
};

async function selectSearchCases(
  trx: InTransaction,
  units: readonly number[],
  after: PageCursor | undefined,
): Promise<SearchRow[]> {
  const before = after
    ? sql`(c.received_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  const { rows } = await sql<SearchRow>`
    select c.id, c.number, c.unit_id as "unitId", c.topic, c.stage, c.received_at as "receivedAt"
    from unnest(${[...units]}::int[]) asked (unit_id)
    cross join lateral (
      select c.*
      from cases."case" c
      where c.unit_id = asked.unit_id and ${before}
      order by c.received_at desc, c.id desc
      limit ${batchSize + 1}
    ) c
    order by c.received_at desc, c.id desc
    limit ${batchSize + 1}`.execute(trx);
  return rows;
}

async function selectAllGrants(trx: InTransaction, ids: readonly string[], personId: string) {
  const { rows } = await sql<{
    caseId: string;
    kind: MessageKind;
    version: number;
    recipient: string;
    unitId: number | null;
    epoch: number | null;
    sealed: Buffer;
  }>`
    select g.case_id as "caseId", g.kind, g.version, k.recipient, g.unit_id as "unitId", g.epoch, g.sealed
    from cases.key_grant g
    join cases.case_key k on k.case_id = g.case_id and k.kind = g.kind and k.version = g.version
    where g.case_id = any (${[...ids]}::uuid[]) and (g.grantee = 'centre' or g.person_id = ${personId}::uuid)`.execute(
    trx,
  );
  return rows;
}

async function selectTexts(trx: InTransaction, ids: readonly string[]) {
  const { rows } = await sql<{ caseId: string; kind: MessageKind; keyVersion: number; sealed: Buffer }>`
    select m.case_id as "caseId", m.kind, m.key_version as "keyVersion", m.sealed
    from cases.message m
    where m.case_id = any (${[...ids]}::uuid[])
    order by m.case_id, m.kind, m.sequence`.execute(trx);
  return rows;
}
