/** The organisers' board: who is in, who is missing, by session and by centre; and one person's whole story. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectSeat } from '../seminar.queries.ts';
import type { RegistrationState, Seminar } from '../seminar.ts';
import {
  type CorrectionRow,
  type ScanRow,
  selectApologies,
  selectCorrectionsOf,
  selectDifferences,
  selectPresence,
  selectScansOf,
  selectSeats,
} from './attendance.queries.ts';
import { isUuid, type Session } from './attendance.ts';
import { percentOf, reaches, sessionNow, shareOf } from './attendance-rules.ts';
import { type CompletionRule, selectRule } from './completion-rule.ts';
import { type Device, listDevices } from './devices.ts';
import { plannedSessions } from './enter-attendance.ts';
import { organised, type Parts } from './organised.ts';

export type BoardPerson = {
  readonly id: string;
  readonly name: string;
  readonly positionTh: string;
  readonly unitId: number;
  readonly centre: string;
  readonly state: RegistrationState;
  readonly present: readonly string[];
  readonly excused: readonly string[];
  readonly attended: number;
  readonly percent: number;
  /** Whether the share that a certificate asks for is reached so far. */
  readonly reaches: boolean;
};

export type BoardCentre = {
  readonly unitId: number;
  readonly name: string;
  readonly seats: number;
  readonly present: number;
};

export type Board = {
  readonly seminar: Seminar;
  readonly rule: CompletionRule;
  readonly sessions: readonly Session[];
  readonly planned: number;
  /** Key of the session shown. */
  readonly shown: string | undefined;
  readonly people: readonly BoardPerson[];
  readonly centres: readonly BoardCentre[];
  readonly differences: readonly ScanRow[];
  readonly devices: readonly Device[];
};

/** Undefined for whoever does not organise the seminar. */
export async function viewBoard(
  parts: Parts,
  signedIn: SignedIn,
  seminarId: string,
  { session, locale }: { readonly session?: string | undefined; readonly locale: Locale },
): Promise<Board | undefined> {
  const { ground, network } = parts;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const rule = await selectRule(trx, seminar);
    const sessions = await plannedSessions(trx, seminar);
    const shown = sessions.find(({ key }) => key === session)?.key ?? sessionNow(sessions, ground.now());
    const people = await boardPeople(trx, seminar, { sessions, rule, centres, locale });
    return {
      seminar,
      rule,
      sessions,
      planned: shareOf(sessions, new Set()).planned,
      shown,
      people,
      centres: byCentre(people, shown),
      differences: await selectDifferences(trx, seminar.id),
      devices: await listDevices(parts, trx, seminar.id),
    };
  });
}

type Reading = {
  readonly sessions: readonly Session[];
  readonly rule: CompletionRule;
  readonly centres: readonly Centre[];
  readonly locale: Locale;
};

async function boardPeople(
  trx: InTransaction,
  seminar: Seminar,
  { sessions, rule, centres, locale }: Reading,
): Promise<readonly BoardPerson[]> {
  const presence = await selectPresence(trx, seminar.id);
  const apologies = await selectApologies(trx, seminar.id);
  const names = new Map(centres.map((centre) => [centre.id, centreName(centre, locale)]));
  return (await selectSeats(trx, seminar.id)).map((seat) => {
    const present = presence.get(seat.id) ?? new Set<string>();
    const share = shareOf(sessions, present);
    return {
      id: seat.id,
      name: seat.name,
      positionTh: seat.positionTh,
      unitId: seat.unitId,
      centre: names.get(seat.unitId) ?? '',
      state: seat.state,
      present: sessions.map(({ key }) => key).filter((key) => present.has(key)),
      excused: apologies.filter(({ registrationId }) => registrationId === seat.id).map((one) => one.session),
      attended: share.attended,
      percent: percentOf(share),
      reaches: reaches(share, rule.attendancePercent),
    };
  });
}

export const centreName = (centre: Centre, locale: Locale) =>
  locale === 'en' ? centre.nameEn : (centre.shortTh ?? centre.nameTh);

/** Centres with confirmed seats, those with the most missing first. */
function byCentre(people: readonly BoardPerson[], shown: string | undefined): readonly BoardCentre[] {
  const found = new Map<number, { unitId: number; name: string; seats: number; present: number }>();
  for (const person of people) {
    if (person.state !== 'confirmed') continue;
    const centre = found.get(person.unitId) ?? {
      unitId: person.unitId,
      name: person.centre,
      seats: 0,
      present: 0,
    };
    centre.seats += 1;
    if (shown && person.present.includes(shown)) centre.present += 1;
    found.set(person.unitId, centre);
  }
  return [...found.values()].sort(
    (a, b) => b.seats - b.present - (a.seats - a.present) || a.unitId - b.unitId,
  );
}

export type PersonStory = {
  readonly seminar: Seminar;
  readonly id: string;
  readonly name: string;
  readonly positionTh: string;
  readonly centre: string;
  readonly state: RegistrationState;
  readonly sessions: readonly Session[];
  readonly present: readonly string[];
  readonly attended: number;
  readonly planned: number;
  readonly scans: readonly (ScanRow & { readonly typist: string | undefined })[];
  readonly corrections: readonly (CorrectionRow & { readonly by: string })[];
  readonly apologies: readonly {
    readonly session: string;
    readonly reason: string;
    readonly at: Date;
    readonly byHerself: boolean;
  }[];
};

/** Everything that was scanned, corrected and said of one seat. Undefined for whoever does not organise. */
export async function viewPerson(
  parts: Parts,
  signedIn: SignedIn,
  { seminarId, registrationId }: { readonly seminarId: string; readonly registrationId: string },
  locale: Locale,
): Promise<PersonStory | undefined> {
  const { ground, network } = parts;
  if (!isUuid(registrationId)) return undefined;
  const centres = await network.listCentres(ground.now());
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const seat = await selectSeat(trx, registrationId);
    if (seat?.seminarId !== seminar.id) return undefined;
    const sessions = await plannedSessions(trx, seminar);
    const present = (await selectPresence(trx, seminar.id)).get(seat.id) ?? new Set<string>();
    const scans = await selectScansOf(trx, seminar.id, seat.id);
    const corrections = await selectCorrectionsOf(trx, seminar.id, seat.id);
    const people = await network.findPeople(trx, [
      ...new Set([
        ...corrections.map(({ madeBy }) => madeBy),
        ...scans.flatMap(({ typedBy }) => typedBy ?? []),
      ]),
    ]);
    const nameOf = (id: string | undefined) => {
      const person = people.find((one) => one.id === id);
      return person && (locale === 'en' ? (person.nameEn ?? person.nameTh) : person.nameTh);
    };
    const centre = centres.find(({ id }) => id === seat.unitId);
    return {
      seminar,
      id: seat.id,
      name: seat.prefixTh + seat.nameTh,
      positionTh: seat.positionTh,
      centre: centre ? centreName(centre, locale) : '',
      state: seat.state,
      sessions,
      present: [...present],
      ...shareOf(sessions, present),
      scans: scans.map((scan) => ({ ...scan, typist: nameOf(scan.typedBy) })),
      corrections: corrections.map((correction) => ({ ...correction, by: nameOf(correction.madeBy) ?? '' })),
      apologies: (await selectApologies(trx, seminar.id))
        .filter((apology) => apology.registrationId === seat.id)
        .map(({ session, reason, at, madeBy }) => ({ session, reason, at, byHerself: madeBy === undefined })),
    };
  });
}
