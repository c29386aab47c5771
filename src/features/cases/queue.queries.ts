/** The queue of a centre in the order of its clocks, a page at a time; and how many cases stand at each stage. */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Awaiting, Channel, Matter, Restriction, Stage } from './case.ts';
import type { PageCursor } from './page-cursor.ts';

export type QueueFilter = {
  /** Centres asked for; each is read through its own index range. */
  readonly units: readonly number[];
  readonly stage: Stage | undefined;
  readonly topic: string | undefined;
  readonly assignedTo: string | undefined;
  readonly after: PageCursor | undefined;
};

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly unitId: number;
  readonly topic: string;
  readonly matter: Matter;
  readonly stage: Stage;
  readonly restriction: Restriction;
  readonly channel: Channel;
  readonly awaiting: Awaiting;
  /** 'infinity' when no clock runs. */
  readonly dueOn: string;
  readonly receivedAt: Date;
  readonly assignedTo: string | null;
  readonly contestedAt: Date | null;
};

// Literals rather than parameters, so that the planner proves the partial indexes of open cases.
const stillOpen = sql`c.stage not in ('CLOSED', 'REDIRECTED', 'MERGED')`;

/**
 * Open cases by (due, id); an ended stage, which has no due dates, by newest receipt. The union over the centres
 * is lateral so that each one stops after `limit` rows of its own index: the cost does not grow with the queue.
 */
export async function selectQueue(
  db: Queries,
  filter: QueueFilter,
  ended: boolean,
  limit: number,
): Promise<QueueRow[]> {
  const conditions = [ended ? sql`true` : stillOpen];
  if (filter.stage) conditions.push(sql`c.stage = ${filter.stage}`);
  if (filter.topic) conditions.push(sql`c.topic = ${filter.topic}`);
  if (filter.assignedTo) conditions.push(sql`c.assigned_to = ${filter.assignedTo}::uuid`);
  if (filter.after)
    conditions.push(
      ended
        ? sql`(c.received_at, c.id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)`
        : sql`(c.due_on, c.id) > (${filter.after.at}::date, ${filter.after.id}::uuid)`,
    );
  const order = ended ? sql`c.received_at desc, c.id desc` : sql`c.due_on, c.id`;
  const { rows } = await sql<QueueRow>`
    select
      c.id, c.number, c.unit_id as "unitId", c.topic, c.matter, c.stage, c.restriction, c.channel, c.awaiting,
      c.due_on as "dueOn", c.received_at as "receivedAt", c.assigned_to as "assignedTo", c.contested_at as "contestedAt"
    from unnest(${[...filter.units]}::int[]) asked (unit_id)
    cross join lateral (
      select c.*
      from cases."case" c
      where c.unit_id = asked.unit_id and ${sql.join(conditions, sql` and `)}
      order by ${order}
      limit ${limit}
    ) c
    order by ${order}
    limit ${limit}`.execute(db);
  return rows;
}

export type RowClock = {
  readonly caseId: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly status: 'confirmed' | 'unconfirmed';
};

/** The nearest running clock of each case, with the rule that is its reason. */
export async function selectNearestClocks(db: Queries, caseIds: readonly string[]): Promise<RowClock[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<RowClock>`
    select distinct on (k.case_id)
      k.case_id as "caseId", rule.name_th as "nameTh", rule.name_en as "nameEn",
      rule.basis_th as "basisTh", rule.basis_en as "basisEn", rule.status,
      k.started_on as "startedOn", k.due_on as "dueOn"
    from cases.clock k
    join cases.clock_rule rule on rule.code = k.code and rule.version = k.version
    where k.case_id = any (${[...caseIds]}::uuid[]) and k.met_on is null
    order by k.case_id, k.due_on`.execute(db);
  return rows;
}

export type RowGrant = {
  readonly caseId: string;
  readonly version: number;
  readonly recipient: string;
  readonly unitId: number | null;
  readonly epoch: number | null;
  readonly personId: string | null;
  readonly sealed: Buffer;
};

/** The newest dialogue grant of each case that the person, or her centre, can open: its title is inside. */
export async function selectTitleGrants(
  db: Queries,
  caseIds: readonly string[],
  personId: string,
): Promise<RowGrant[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<RowGrant>`
    select distinct on (g.case_id)
      g.case_id as "caseId", g.version, k.recipient, g.unit_id as "unitId", g.epoch, g.person_id as "personId", g.sealed
    from cases.key_grant g
    join cases.case_key k on k.case_id = g.case_id and k.kind = g.kind and k.version = g.version
    where g.case_id = any (${[...caseIds]}::uuid[])
      and g.kind = 'dialogue'
      and (g.grantee = 'centre' or g.person_id = ${personId}::uuid)
    order by g.case_id, g.version desc, g.epoch desc nulls first`.execute(db);
  return rows;
}

/** No stage is counted further than this: beyond, the number tells nothing that "more" does not. */
export const countCap = 1000;

/** How many cases stand at each stage, at most `countCap` + 1 each; read from the index alone. */
export async function countStages(
  db: Queries,
  units: readonly number[],
  stages: readonly Stage[],
): Promise<ReadonlyMap<Stage, number>> {
  const { rows } = await sql<{ stage: Stage; count: number }>`
    select asked.stage, count(found.one)::int as count
    from unnest(${[...stages]}::text[]) asked (stage)
    cross join unnest(${[...units]}::int[]) centre (unit_id)
    left join lateral (
      select 1 as one
      from cases."case" c
      where c.unit_id = centre.unit_id and c.stage = asked.stage
      limit ${countCap + 1}
    ) found on true
    group by asked.stage`.execute(db);
  return new Map(rows.map((row) => [row.stage, Math.min(row.count, countCap + 1)]));
}
