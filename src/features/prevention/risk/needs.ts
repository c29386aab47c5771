/** What risk maps ask of the rest of the program, and the few look-ups every use case begins with. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { selectFrameworks } from './framework.queries.ts';
import type { Framework } from './framework.ts';
import { selectMap } from './map.queries.ts';
import { appointmentFor, lineOf, type RiskAct } from './risk.policies.ts';
import { selectResults, selectRisks } from './risk.queries.ts';
import type { CentreName, MapWithRisks, RiskMap } from './risk.ts';

/** A form of corruption of the shared library. */
export type Form = {
  readonly code: string;
  readonly title: string;
  readonly how: string;
  readonly signs: readonly string[];
  readonly weak: readonly string[];
  readonly helped: readonly string[];
  readonly topics: readonly string[];
};

/** Closed cases by topic and outcome; undefined where fewer than five would be told to whoever may not know them. */
export type ClosedFigure = {
  readonly topic: string;
  readonly outcome: string;
  readonly own: number | undefined;
  readonly peers: number | undefined;
};

type Named = { readonly code: string; readonly nameTh: string; readonly nameEn: string };

export type RiskNeeds = {
  readonly ground: Ground;
  readonly network: Pick<Network, 'listCentres' | 'findPeople'>;
  readonly cases: {
    readonly listTopics: (day: string) => Promise<readonly Named[]>;
    readonly listOutcomes: (day: string) => Promise<readonly Named[]>;
    readonly closedFigures: (
      trx: InTransaction,
      asked: { unitId: number; since: Date },
    ) => Promise<readonly ClosedFigure[]>;
  };
  readonly lessons: {
    readonly typologies: (locale: Locale) => Promise<readonly Form[]>;
    /** Words that certainly tell who somebody is. */
    readonly personsIn: (text: string) => readonly string[];
  };
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuid.test(text);

export const nameOfCentre = (centre: Centre, locale: Locale): CentreName => ({
  unitId: centre.id,
  code: centre.code,
  name: locale === 'en' ? centre.nameEn : centre.nameTh,
  short:
    locale === 'th'
      ? (centre.shortTh ?? centre.nameTh)
      : centre.kind === 'province' || centre.kind === 'bangkok'
        ? centre.nameEn
        : centre.code,
  kind: centre.kind,
});

/** The appointment by which the person may do it with a map of the centre, or undefined. */
export function held(signedIn: SignedIn, act: RiskAct, centres: readonly Centre[], unitId: number) {
  return appointmentFor(act, signedIn.appointments, lineOf(centres, unitId));
}

export async function frameworkOf(
  trx: InTransaction,
  map: Pick<RiskMap, 'framework' | 'frameworkVersion'>,
): Promise<Framework> {
  const frameworks = await selectFrameworks(trx);
  return frameworks.find(({ code, version }) => code === map.framework && version === map.frameworkVersion)!;
}

/** A map with everything in it; undefined when there is none for this person. */
export async function readMap(trx: InTransaction, id: string): Promise<MapWithRisks | undefined> {
  if (!isUuid(id)) return undefined;
  const map = await selectMap(trx, id);
  if (!map) return undefined;
  return {
    map,
    framework: await frameworkOf(trx, map),
    risks: await selectRisks(trx, [id]),
    results: await selectResults(trx, [id]),
  };
}
