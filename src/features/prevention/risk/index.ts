/** Corruption-risk assessment: what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Comparison, compareMaps } from './compare-maps.ts';
import { enterFramework, type FrameworkAnswer, mayEnterFrameworks } from './enter-framework.ts';
import { selectFrameworks } from './framework.queries.ts';
import type { Framework } from './framework.ts';
import { listMaps, type MapList, type StartChoices, startChoices } from './list-maps.ts';
import type { Form, RiskNeeds } from './needs.ts';
import { listPublished, type PublishedLine, type PublishedMap, viewPublished } from './public-maps.ts';
import { reportResult } from './report-result.ts';
import type { NewMapInput, NewVersionInput, ResultInput, RiskEntryInput, StepInput } from './risk.schemas.ts';
import type { Outcome, RiskMap } from './risk.ts';
import { copyFromEarlier, removeRisk, saveRisk } from './save-risk.ts';
import { discardDraft, startMap, startVersion } from './start-map.ts';
import { stepMap } from './step-map.ts';
import { suggestRisks, type TopicIdeas } from './suggest-risks.ts';
import {
  type EarlierRisk,
  listEarlier,
  type MapView,
  type ReviewView,
  reviewMap,
  viewMap,
} from './view-map.ts';
import { unitsThatMapped } from './who-has-filed.ts';

export { officeRiskRoutes, publicRiskRoutes } from './http.ts';
export type {
  Comparison,
  EarlierRisk,
  MapList,
  MapView,
  PublishedLine,
  PublishedMap,
  ReviewView,
  TopicIdeas,
};

export type Risks = {
  /** For the yearly calendar: centres that have handed in their map of corruption risks. */
  readonly unitsThatMapped: (fiscalYear: number) => Promise<ReadonlySet<number>>;
  /** `query` is the search part of the page's address. */
  readonly list: (signedIn: SignedIn, query: URLSearchParams, locale: Locale) => Promise<MapList>;
  readonly startChoices: (signedIn: SignedIn, locale: Locale) => Promise<StartChoices>;
  readonly start: (
    signedIn: SignedIn,
    input: NewMapInput,
  ) => Promise<Outcome<{ id: string; copied: number }>>;
  readonly startVersion: (
    signedIn: SignedIn,
    input: NewVersionInput,
  ) => Promise<Outcome<{ id: string; copied: number }>>;
  readonly discard: (signedIn: SignedIn, id: string) => Promise<Outcome<{ unitId: number | undefined }>>;
  readonly view: (signedIn: SignedIn, id: string, locale: Locale) => Promise<MapView | undefined>;
  readonly review: (signedIn: SignedIn, id: string, locale: Locale) => Promise<ReviewView | undefined>;
  readonly saveRisk: (signedIn: SignedIn, input: RiskEntryInput) => Promise<Outcome<{ id: string }>>;
  readonly removeRisk: (
    signedIn: SignedIn,
    what: { mapId: string; riskId: string; isRemoved: boolean },
  ) => Promise<Outcome<{ id: string }>>;
  readonly listEarlier: (
    signedIn: SignedIn,
    map: Pick<RiskMap, 'id' | 'unitId' | 'kind'>,
  ) => Promise<readonly EarlierRisk[]>;
  readonly copyFromEarlier: (
    signedIn: SignedIn,
    what: { mapId: string; riskIds: readonly string[] },
  ) => Promise<Outcome<{ copied: number }>>;
  readonly suggest: (
    signedIn: SignedIn,
    mapId: string,
    locale: Locale,
  ) => Promise<readonly TopicIdeas[] | undefined>;
  readonly forms: (locale: Locale) => Promise<readonly Form[]>;
  readonly step: (signedIn: SignedIn, input: StepInput) => Promise<Outcome<{ id: string }>>;
  readonly reportResult: (signedIn: SignedIn, input: ResultInput) => Promise<Outcome<{ id: string }>>;
  readonly compare: (
    signedIn: SignedIn,
    query: URLSearchParams,
    locale: Locale,
  ) => Promise<Comparison | undefined>;
  readonly frameworks: (signedIn: SignedIn) => Promise<{ all: readonly Framework[]; mayEnter: boolean }>;
  readonly enterFramework: (signedIn: SignedIn, input: unknown) => Promise<FrameworkAnswer>;
  readonly listPublished: (locale: Locale, sought: string) => Promise<readonly PublishedLine[]>;
  readonly viewPublished: (code: string, year: number, locale: Locale) => Promise<readonly PublishedMap[]>;
};

export function createRisks(needs: RiskNeeds): Risks {
  const { ground, network, lessons } = needs;
  return {
    unitsThatMapped: (fiscalYear) => unitsThatMapped(needs.ground, fiscalYear),
    list: (signedIn, query, locale) => listMaps(needs, signedIn, query, locale),
    startChoices: (signedIn, locale) => startChoices(needs, signedIn, locale),
    start: (signedIn, input) => startMap(needs, signedIn, input),
    startVersion: (signedIn, input) => startVersion(needs, signedIn, input),
    discard: (signedIn, id) => discardDraft(needs, signedIn, id),
    view: (signedIn, id, locale) => viewMap(needs, signedIn, id, locale),
    review: (signedIn, id, locale) => reviewMap(needs, signedIn, id, locale),
    saveRisk: (signedIn, input) => saveRisk(needs, signedIn, input),
    removeRisk: (signedIn, what) => removeRisk(needs, signedIn, what),
    listEarlier: (signedIn, map) => listEarlier(needs, signedIn, map),
    copyFromEarlier: (signedIn, what) => copyFromEarlier(needs, signedIn, what),
    suggest: (signedIn, mapId, locale) => suggestRisks(needs, signedIn, mapId, locale),
    forms: (locale) => lessons.typologies(locale),
    step: (signedIn, input) => stepMap(needs, signedIn, input),
    reportResult: (signedIn, input) => reportResult(needs, signedIn, input),
    compare: (signedIn, query, locale) => compareMaps(needs, signedIn, query, locale),
    frameworks: async (signedIn) => ({
      all: await actingAs(ground.databases.officer, signedIn.actor, selectFrameworks),
      mayEnter: mayEnterFrameworks(signedIn, await network.listCentres(ground.now())) !== undefined,
    }),
    enterFramework: (signedIn, input) => enterFramework(needs, signedIn, input),
    listPublished: (locale, sought) => listPublished(needs, locale, sought),
    viewPublished: (code, year, locale) => viewPublished(needs, code, year, locale),
  };
}
