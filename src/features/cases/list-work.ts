/** "My work": a page of the centre's queue in the order of its clocks, with the reason of each date. */
import { z } from 'zod';
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { appointmentForEither } from './case.policies.ts';
import { type Awaiting, isEnded, type Matter, type Restriction, type Stage, stages } from './case.ts';
import { readPageCursor } from './page-cursor.ts';
import {
  countStages,
  type QueueRow,
  type RowClock,
  type RowGrant,
  selectNearestClocks,
  selectQueue,
  selectTitleGrants,
} from './queue.queries.ts';
import { selectTopics, type Topic } from './reference.queries.ts';

/** Rows on a page; what the browser opens at once. */
export const pageSize = 25;

/** What the page's address may ask for; anything out of form is left out, as if it had not been asked. */
const asked = z.object({
  stage: z.enum(stages).optional().catch(undefined),
  topic: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .optional()
    .catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  centre: z.string().max(20).optional().catch(undefined),
  after: z
    .string()
    .refine((text) => readPageCursor(text) !== undefined)
    .optional()
    .catch(undefined),
});

export type WorkFilter = z.infer<typeof asked>;

export type TitleGrant = {
  readonly version: number;
  readonly recipient: string;
  /** Whose key opens it: the centre's of an epoch, or the officer's own. */
  readonly by: { readonly unitCode: string; readonly epoch: number } | 'self';
  /** base64url */
  readonly sealed: string;
};

export type WorkRow = {
  readonly id: string;
  readonly number: string;
  readonly unitCode: string;
  readonly topic: string;
  readonly matter: Matter;
  readonly stage: Stage;
  readonly restriction: Restriction;
  readonly awaiting: Awaiting;
  readonly byServer: boolean;
  readonly contested: boolean;
  readonly mine: boolean;
  readonly assigned: boolean;
  readonly receivedOn: string;
  /** Undefined when no clock runs. */
  readonly dueOn: string | undefined;
  readonly clock: RowClock | undefined;
  readonly grant: TitleGrant | undefined;
};

export type WorkPage = {
  readonly filter: WorkFilter;
  readonly today: string;
  readonly rows: readonly WorkRow[];
  readonly next: string | undefined;
  readonly counts: readonly { readonly stage: Stage; readonly count: number }[];
  readonly topics: readonly Topic[];
  /** The centres that the officer works for, when there are several. */
  readonly centres: readonly Pick<Centre, 'code' | 'nameTh' | 'nameEn' | 'shortTh'>[];
};

/** Never more than a page leaves the server, and nothing of it is in clear but codes and dates. */
export async function listWork(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  query: URLSearchParams,
): Promise<WorkPage> {
  const filter = asked.parse(Object.fromEntries(query));
  const now = ground.now();
  const centres = (await network.listCentres(now)).filter(({ id }) =>
    appointmentForEither('see-queue', signedIn.appointments, id),
  );
  const chosen = centres.filter(({ code }) => filter.centre === undefined || code === filter.centre);
  const units = chosen.map(({ id }) => id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const ended = filter.stage !== undefined && isEnded(filter.stage);
    const found = await selectQueue(
      trx,
      {
        units,
        stage: filter.stage,
        topic: filter.topic,
        assignedTo: filter.mine ? signedIn.person.id : undefined,
        after: filter.after === undefined ? undefined : readPageCursor(filter.after),
      },
      ended,
      pageSize + 1,
    );
    const rows = found.slice(0, pageSize);
    const ids = rows.map((row) => row.id);
    const clocks = new Map((await selectNearestClocks(trx, ids)).map((clock) => [clock.caseId, clock]));
    const grants = new Map(
      (await selectTitleGrants(trx, ids, signedIn.person.id)).map((grant) => [grant.caseId, grant]),
    );
    const counts = await countStages(trx, units, stages);
    const codes = new Map(centres.map((centre) => [centre.id, centre.code]));
    const last = rows.at(-1);
    return {
      filter,
      today: civilDate(now),
      rows: rows.map((row) =>
        present(row, clocks.get(row.id), grants.get(row.id), codes, signedIn.person.id),
      ),
      next:
        found.length > pageSize && last
          ? `${ended ? last.receivedAt.toISOString() : last.dueOn}_${last.id}`
          : undefined,
      counts: stages.map((stage) => ({ stage, count: counts.get(stage) ?? 0 })),
      topics: await selectTopics(trx, civilDate(now)),
      centres:
        centres.length > 1
          ? centres.map(({ code, nameTh, nameEn, shortTh }) => ({ code, nameTh, nameEn, shortTh }))
          : [],
    };
  });
}

function present(
  row: QueueRow,
  clock: RowClock | undefined,
  grant: RowGrant | undefined,
  codes: ReadonlyMap<number, string>,
  personId: string,
): WorkRow {
  return {
    id: row.id,
    number: row.number,
    unitCode: codes.get(row.unitId) ?? '',
    topic: row.topic,
    matter: row.matter,
    stage: row.stage,
    restriction: row.restriction,
    awaiting: row.awaiting,
    byServer: row.channel === 'web-no-script',
    contested: row.contestedAt !== null,
    mine: row.assignedTo === personId,
    assigned: row.assignedTo !== null,
    receivedOn: civilDate(row.receivedAt),
    dueOn: row.dueOn === 'infinity' ? undefined : row.dueOn,
    clock,
    grant: grant && presentGrant(grant, codes),
  };
}

/** A grant as the browser opens it. */
export function presentGrant(
  grant: Pick<RowGrant, 'version' | 'recipient' | 'unitId' | 'epoch' | 'sealed'>,
  codes: ReadonlyMap<number, string>,
): TitleGrant {
  return {
    version: grant.version,
    recipient: grant.recipient,
    by: grant.unitId === null ? 'self' : { unitCode: codes.get(grant.unitId) ?? '', epoch: grant.epoch! },
    sealed: grant.sealed.toString('base64url'),
  };
}
