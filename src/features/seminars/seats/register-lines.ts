/** The organiser's register: who is named, where each stands, one person's page. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seatToken } from '../seat-link.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { type KeptAnswer, selectAnswers } from './form/form.queries.ts';
import { pageSize } from './page-size.ts';
import {
  countRegistered,
  type Registered,
  type RegisterFilter,
  type SeatEvent,
  type SeatKind,
  selectEvents,
  selectKinds,
  selectOne,
  selectQueuePlace,
  selectRegistered,
} from './seat.queries.ts';
import { isOwn, sidesOf } from './seat-people.ts';
import { openSteps, type SeatStep } from './seat-steps.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

export type RegisterLine = Registered & { readonly unitNameTh: string; readonly unitNameEn: string };
export type Register = {
  readonly seminar: Seminar;
  readonly kinds: readonly SeatKind[];
  readonly lines: readonly RegisterLine[];
  readonly count: number;
  /** Centres that the filter offers. */
  readonly centres: readonly { readonly id: number; readonly nameTh: string; readonly nameEn: string }[];
};

/** Undefined for whoever does not organise the seminar. `page` counts from 1; without it, all lines. */
export async function readRegister(
  { ground, network }: Parts,
  signedIn: SignedIn,
  seminarId: string,
  filter: RegisterFilter,
  page?: number,
): Promise<Register | undefined> {
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const rows = await selectRegistered(
      trx,
      seminarId,
      filter,
      page === undefined ? {} : { limit: pageSize, offset: (page - 1) * pageSize },
    );
    return {
      seminar,
      kinds: await selectKinds(trx, seminarId),
      lines: rows.map((row) => {
        const centre = centres.find(({ id }) => id === row.unitId);
        return { ...row, unitNameTh: centre?.nameTh ?? '', unitNameEn: centre?.nameEn ?? '' };
      }),
      count: page === undefined ? rows.length : await countRegistered(trx, seminarId, filter),
      centres: centres
        .filter(({ isOpen }) => isOpen)
        .map(({ id, nameTh, nameEn }) => ({ id, nameTh, nameEn })),
    };
  });
}

export type OneSeat = {
  readonly seminar: Seminar;
  readonly kinds: readonly SeatKind[];
  readonly seat: RegisterLine;
  readonly token: string;
  readonly steps: readonly SeatStep[];
  readonly isOwn: boolean;
  readonly queuePlace: number | undefined;
  readonly events: readonly (SeatEvent & {
    readonly byTh: string | undefined;
    readonly byEn: string | undefined;
  })[];
  readonly answers: readonly KeptAnswer[];
  /** In whose place this one stands, and who stands in this one's place. */
  readonly before: Pick<Registered, 'id' | 'nameTh'> | undefined;
  readonly after: Pick<Registered, 'id' | 'nameTh'> | undefined;
};

/** One registration, for the organisers. */
export async function openOneSeat(
  { ground, network }: Parts,
  signedIn: SignedIn,
  seminarId: string,
  id: string,
): Promise<OneSeat | undefined> {
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar || !seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const seat = await selectOne(trx, id);
    if (!seat || seat.seminarId !== seminarId) return undefined;
    const centre = centres.find((one) => one.id === seat.unitId);
    const events = await selectEvents(trx, id);
    const people = await network.findPeople(
      trx,
      events.flatMap(({ byPerson }) => byPerson ?? []),
    );
    const own = isOwn(signedIn, seat);
    const before = seat.substitutes ? await selectOne(trx, seat.substitutes) : undefined;
    const after = await trx
      .selectFrom('seminars.registration')
      .select(['id', 'name_th'])
      .where('substitutes', '=', id)
      .executeTakeFirst();
    return {
      seminar,
      kinds: await selectKinds(trx, seminarId),
      seat: { ...seat, unitNameTh: centre?.nameTh ?? '', unitNameEn: centre?.nameEn ?? '' },
      token: seatToken(ground.secrets.tokenKey, id),
      isOwn: own,
      steps: openSteps(seat.state, sidesOf(signedIn, seat)).filter(
        (step) => step !== 'lapse' && !(own && ['approve', 'place', 'requeue'].includes(step)),
      ),
      queuePlace: await selectQueuePlace(trx, id),
      events: events.map((event) => {
        const person = people.find((one) => one.id === event.byPerson);
        return { ...event, byTh: person?.nameTh, byEn: person?.nameEn };
      }),
      answers: await selectAnswers(trx, seminarId, id),
      before: before && { id: before.id, nameTh: before.nameTh },
      after: after && { id: after.id, nameTh: after.name_th },
    };
  });
}
