/** Seminars as everybody may see them: the calendar, one with its programme. */
import type { Network } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import { selectSeminarBySlug, selectSeminars } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { selectCompetencies, selectProgramme } from './programme.queries.ts';
import type { Competency, Programme } from './programme.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

export type PublicSeminar = Seminar & { readonly unitNameTh: string; readonly unitNameEn: string };

export type PublicFilter = {
  readonly show: 'coming' | 'past';
  /** Fiscal year, Common Era. */
  readonly year?: number | undefined;
  readonly unitId?: number | undefined;
};

export type PublicCalendar = {
  readonly seminars: readonly PublicSeminar[];
  /** What filters may be set to. */
  readonly years: readonly number[];
  readonly organisers: readonly { readonly id: number; readonly nameTh: string; readonly nameEn: string }[];
};

/** Coming ones nearest first, past ones latest first. Cancelled ones stay, and say so. */
export async function listPublic(parts: Parts, filter: PublicFilter): Promise<PublicCalendar> {
  const today = civilDate(parts.ground.now());
  const all = await named(parts, await selectSeminars(parts.ground.databases.public));
  const seminars = all.filter(
    (seminar) =>
      (filter.show === 'past' ? seminar.endsOn < today : seminar.endsOn >= today) &&
      (filter.year === undefined || seminar.fiscalYear === filter.year) &&
      (filter.unitId === undefined || seminar.unitId === filter.unitId),
  );
  const organisers = new Map(
    all.map(({ unitId, unitNameTh, unitNameEn }) => [
      unitId,
      { id: unitId, nameTh: unitNameTh, nameEn: unitNameEn },
    ]),
  );
  return {
    seminars: filter.show === 'past' ? seminars : seminars.toReversed(),
    years: [...new Set(all.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a),
    organisers: [...organisers.values()].sort((a, b) => a.id - b.id),
  };
}

/** All that are public, for the calendar feed. */
export async function allPublic(parts: Parts): Promise<readonly PublicSeminar[]> {
  return named(parts, await selectSeminars(parts.ground.databases.public));
}

export type PublicView = {
  readonly seminar: PublicSeminar;
  readonly programme: Programme;
  /** Those that its parts serve. */
  readonly competencies: readonly Competency[];
};

export async function viewPublic(parts: Parts, slug: string): Promise<PublicView | undefined> {
  const db = parts.ground.databases.public;
  const found = await selectSeminarBySlug(db, slug);
  if (!found) return undefined;
  const [seminar] = await named(parts, [found]);
  const programme = await selectProgramme(db, found.id);
  const served = new Set(programme.slots.flatMap(({ competencies }) => competencies));
  const competencies = await selectCompetencies(db, civilDate(parts.ground.now()));
  return { seminar: seminar!, programme, competencies: competencies.filter(({ code }) => served.has(code)) };
}

async function named(
  { ground, network }: Parts,
  seminars: readonly Seminar[],
): Promise<readonly PublicSeminar[]> {
  const centres = await network.listCentres(ground.now());
  return seminars.map((seminar) => {
    const centre = centres.find(({ id }) => id === seminar.unitId);
    return { ...seminar, unitNameTh: centre?.nameTh ?? '', unitNameEn: centre?.nameEn ?? '' };
  });
}
