/** The sending centre's side: to which seminars it is asked to send people, how many, until when, and whom it named. */
import { sql } from 'kysely';
import type { Colleague, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar, selectSeminars } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { mayNominate } from './nominate.ts';
import { type Registered, type SeatKind, selectKinds, selectRegistered } from './seat.queries.ts';
import type { SeatRefusal } from './seat-outcome.ts';
import { isOwn, nominatingUnits, sidesOf } from './seat-people.ts';
import { openSteps, type SeatStep } from './seat-steps.ts';

export type CentreKind = SeatKind & {
  readonly quota: number;
  readonly held: number;
  readonly fromQuota: number;
  /** Named, but not yet approved or confirmed. */
  readonly undecided: number;
  readonly waiting: number;
};
export type NominationLine = {
  readonly seminar: Seminar;
  readonly unitId: number;
  readonly unitNameTh: string;
  readonly unitNameEn: string;
  readonly kinds: readonly CentreKind[];
  /** Names that wait for the head, as far as the officer may see them. */
  readonly toApprove: number;
};

type Parts = { readonly ground: Ground; readonly network: Network };

/** Seminars that are open or ahead, for each centre the officer may nominate for; the soonest deadline first. */
export async function listNominations(
  { ground, network }: Parts,
  signedIn: SignedIn,
): Promise<readonly NominationLine[]> {
  const units = nominatingUnits(signedIn.appointments);
  const today = civilDate(ground.now());
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminars = (await selectSeminars(trx)).filter(
      ({ state, endsOn }) => state === 'published' && endsOn >= today,
    );
    const lines: NominationLine[] = [];
    for (const seminar of seminars) {
      for (const unitId of units) {
        const kinds = await selectCentreKinds(trx, seminar.id, unitId);
        const rows = await selectRegistered(trx, seminar.id, { unitId, state: 'nominated' });
        const centre = centres.find(({ id }) => id === unitId);
        lines.push({
          seminar,
          unitId,
          unitNameTh: centre?.nameTh ?? '',
          unitNameEn: centre?.nameEn ?? '',
          kinds: kinds.filter(({ isOpen, quota, held, undecided }) => isOpen || quota + held + undecided > 0),
          toApprove: rows.filter((row) => sidesOf(signedIn, row).includes('sender-head')).length,
        });
      }
    }
    const due = ({ seminar }: NominationLine) => seminar.nominateBy ?? seminar.startsOn;
    return lines.sort((a, b) => due(a).localeCompare(due(b)));
  });
}

/** A name with what this officer may do about it. */
export type NamedLine = Registered & {
  readonly steps: readonly SeatStep[];
  /** The officer's own seat, which another must approve. */
  readonly isOwn: boolean;
};
export type CentreNominations = NominationLine & {
  readonly names: readonly NamedLine[];
  /** Officers of the centre who are not named yet. */
  readonly colleagues: readonly Pick<Colleague, 'id' | 'nameTh' | 'positionTh'>[];
  readonly closed: SeatRefusal | undefined;
};

/** Undefined when there is no such seminar for the officer, or she may not nominate for the centre. */
export async function openNominations(
  { ground, network }: Parts,
  signedIn: SignedIn,
  seminarId: string,
  wantedUnit?: number,
): Promise<CentreNominations | undefined> {
  const units = nominatingUnits(signedIn.appointments);
  const unitId = units.find((id) => id === wantedUnit) ?? (wantedUnit === undefined ? units[0] : undefined);
  if (unitId === undefined) return undefined;
  const centre = (await network.listCentres(ground.now())).find(({ id }) => id === unitId);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !['published', 'closed', 'cancelled'].includes(seminar.state)) return undefined;
    const rows = await selectRegistered(trx, seminarId, { unitId });
    const kinds = await selectCentreKinds(trx, seminarId, unitId);
    const named = new Set(
      rows
        .filter(({ state }) => openSteps(state, ['host']).includes('withdraw'))
        .map(({ personId }) => personId),
    );
    const names = rows.map((row): NamedLine => {
      const own = isOwn(signedIn, row);
      // What the organiser may do is done in the register.
      const sides = sidesOf(signedIn, row).filter((side) => side !== 'host');
      return {
        ...row,
        isOwn: own,
        steps: openSteps(row.state, sides).filter(
          (step) => !own || (step !== 'approve' && step !== 'requeue'),
        ),
      };
    });
    return {
      seminar,
      unitId,
      unitNameTh: centre?.nameTh ?? '',
      unitNameEn: centre?.nameEn ?? '',
      kinds: kinds.filter(({ isOpen, quota, held, undecided }) => isOpen || quota + held + undecided > 0),
      toApprove: names.filter(({ steps }) => steps.includes('approve')).length,
      names,
      colleagues: (await network.listColleagues(trx, unitId))
        .filter(({ id }) => !named.has(id))
        .map(({ id, nameTh, positionTh }) => ({ id, nameTh, positionTh })),
      closed: mayNominate(signedIn, seminar, unitId, ground.now()),
    };
  });
}

export const isHostOf = (signedIn: SignedIn, seminar: Pick<Seminar, 'unitId'>) =>
  seminarRole('organise', signedIn.appointments, seminar.unitId) !== undefined;

async function selectCentreKinds(
  db: Queries,
  seminarId: string,
  unitId: number,
): Promise<readonly CentreKind[]> {
  const kinds = await selectKinds(db, seminarId);
  const { rows } = await sql<{
    kind: string;
    quota: number;
    held: number;
    from_quota: number;
    undecided: number;
    waiting: number;
  }>`select * from seminars.centre_seats(${seminarId}, ${unitId})`.execute(db);
  return rows.map((row) => ({
    ...kinds.find(({ code }) => code === row.kind)!,
    quota: row.quota,
    held: row.held,
    fromQuota: row.from_quota,
    undecided: row.undecided,
    waiting: row.waiting,
  }));
}
