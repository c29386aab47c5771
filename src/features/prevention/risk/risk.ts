/** The words of corruption-risk maps: a centre's risks of a year, the map's way, what came of the treatments. */
import type { CentreKind } from '#features/network/index.ts';
import type { Framework, RiskKind } from './framework.ts';

export const mapStates = ['draft', 'submitted', 'returned', 'verified', 'approved'] as const;
export type MapState = (typeof mapStates)[number];

export const mapSteps = [
  'submitted',
  'returned',
  'verified',
  'approved',
  'published',
  'results-6',
  'results-12',
] as const;
export type MapStep = (typeof mapSteps)[number];

export type Half = 6 | 12;
export const progresses = ['not-started', 'under-way', 'done'] as const;
export type Progress = (typeof progresses)[number];

/** What is typed about a risk. Texts may be empty and levels undefined while the map is a draft. */
export type RiskWords = {
  readonly domain: string;
  readonly process: string;
  readonly step: string;
  readonly event: string;
  readonly who: string;
  readonly how: string;
  readonly isKnown: boolean;
  readonly cause: string;
  readonly control: string;
  readonly controlQuality: string | undefined;
  readonly likelihood: number | undefined;
  readonly impact: number | undefined;
  readonly treatment: string;
  readonly owner: string;
  readonly dueOn: string | undefined;
  readonly indicator: string;
  readonly typology: string | undefined;
};
export type RiskField = keyof RiskWords;

/** Fields of one line or more that hold text, with the most characters of each. */
export const textLimits = {
  process: 300,
  step: 300,
  event: 1000,
  who: 300,
  how: 1000,
  cause: 1000,
  control: 1000,
  treatment: 1000,
  owner: 300,
  indicator: 500,
} as const satisfies Partial<Record<RiskField, number>>;

export type Risk = RiskWords & {
  readonly id: string;
  readonly mapId: string;
  readonly lineage: string;
  readonly sort: number;
  readonly band: string | undefined;
  readonly isRemoved: boolean;
  readonly revision: number;
};

export type RiskResult = {
  readonly id: string;
  readonly riskId: string;
  readonly half: Half;
  readonly progress: Progress;
  readonly done: string;
  readonly measured: string;
  readonly evidence: string;
  readonly controlQuality: string | undefined;
  readonly likelihood: number;
  readonly impact: number;
  readonly band: string;
  readonly at: Date;
};

export type RiskMap = {
  readonly id: string;
  readonly unitId: number;
  readonly kind: RiskKind;
  readonly fiscalYear: number;
  readonly version: number;
  readonly framework: string;
  readonly frameworkVersion: number;
  readonly state: MapState;
  readonly changeReason: string;
  readonly submittedBy: string | undefined;
  readonly submittedAt: Date | undefined;
  readonly verifiedBy: string | undefined;
  readonly approvedAt: Date | undefined;
  readonly publishedAt: Date | undefined;
  readonly resultsPublic: 0 | Half;
  readonly revision: number;
};

export type Remark = { readonly risk: string; readonly text: string };

/** A step that was taken, as the map's page tells it. */
export type TakenStep = {
  readonly id: string;
  readonly step: 'started' | MapStep;
  readonly reason: string;
  readonly remarks: readonly Remark[];
  readonly by: string;
  readonly at: Date;
};

export type CentreName = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly kind: CentreKind;
};

export type MapWithRisks = {
  readonly map: RiskMap;
  readonly framework: Framework;
  readonly risks: readonly Risk[];
  readonly results: readonly RiskResult[];
};

export const riskRefusals = [
  'forbidden',
  'not-found',
  'malformed',
  'changed-meanwhile',
  'already-started',
  'no-framework',
  'not-a-draft',
  'not-this-step',
  'empty-map',
  'gaps',
  'identifying',
  'reason-missing',
  'own-work',
  'not-approved',
  'results-missing',
] as const;
export type RiskRefusal = (typeof riskRefusals)[number];

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RiskRefusal; readonly fields?: readonly string[] };

export const refused = (code: RiskRefusal, fields?: readonly string[]) =>
  ({ ok: false, code, ...(fields ? { fields } : {}) }) as const;
export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
