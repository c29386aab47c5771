/** Seminars in the office's list: those of the officer's centres in every state, those of others once published. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminars } from '../seminar.queries.ts';
import type { SeminarState } from '../seminar.ts';
import type { SeminarLine } from './project.ts';

export type SeminarFilter = {
  /** Fiscal year, Common Era. */
  readonly year?: number | undefined;
  readonly state?: SeminarState | undefined;
  readonly own?: boolean | undefined;
};

/** Latest first. */
export async function listSeminars(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  filter: SeminarFilter = {},
): Promise<readonly SeminarLine[]> {
  const centres = await network.listCentres(ground.now());
  const seminars = await actingAs(ground.databases.officer, signedIn.actor, selectSeminars);
  const held = new Set(signedIn.appointments.map(({ unitId }) => unitId));
  return seminars
    .map((seminar) => {
      const centre = centres.find(({ id }) => id === seminar.unitId);
      return {
        id: seminar.id,
        titleTh: seminar.titleTh,
        titleEn: seminar.titleEn,
        startsOn: seminar.startsOn,
        endsOn: seminar.endsOn,
        state: seminar.state,
        seats: seminar.seats,
        fiscalYear: seminar.fiscalYear,
        venueTh: seminar.venueTh,
        venueEn: seminar.venueEn,
        unitNameTh: centre?.nameTh ?? '',
        unitNameEn: centre?.nameEn ?? '',
        isOwn: held.has(seminar.unitId),
      };
    })
    .filter(
      (line) =>
        (filter.year === undefined || line.fiscalYear === filter.year) &&
        (filter.state === undefined || line.state === filter.state) &&
        (!filter.own || line.isOwn),
    );
}

/** Centres in whose name the officer may make a seminar. */
export async function listOrganising(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
): Promise<readonly { id: number; nameTh: string; nameEn: string }[]> {
  const centres = await network.listCentres(ground.now());
  return centres
    .filter(({ id, isOpen }) => isOpen && seminarRole('organise', signedIn.appointments, id) !== undefined)
    .map(({ id, nameTh, nameEn }) => ({ id, nameTh, nameEn }));
}
