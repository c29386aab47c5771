/**
 * A framework as data: two axes with their levels, the bands that a score falls into, domains, qualities of control. Both scales in
 * circulation fit the same form: the older one (1–3 × 1–3) lets the quality of control shift the band, the newer (1–5 × 1–5) does not.
 */

export const riskKinds = ['corruption', 'bribery'] as const;
export type RiskKind = (typeof riskKinds)[number];

export type Words = { readonly th: string; readonly en: string };

export type Axis = { readonly name: Words; readonly levels: readonly Words[] };
export type Coded = { readonly code: string; readonly name: Words };
/** `from`: lowest score that falls into it; null for a band that only the quality of control leads to. `tone` 1 is calm, 5 grave. */
export type Band = Coded & { readonly from: number | null; readonly tone: 1 | 2 | 3 | 4 | 5 };

export type Scheme = {
  readonly likelihood: Axis;
  readonly impact: Axis;
  /** Lowest first. */
  readonly bands: readonly Band[];
  readonly domains: readonly Coded[];
  readonly controls: readonly Coded[];
  /** Quality of control → band of the score → band that counts; null when control leaves the band as it is. */
  readonly afterControl: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  /** Band from which a treatment with owner, day and indicator is asked for. */
  readonly treatFrom: string;
};

export type FrameworkStatus = 'confirmed' | 'unconfirmed';

export type Framework = {
  readonly code: string;
  readonly version: number;
  readonly sort: number;
  readonly name: Words;
  readonly kinds: readonly RiskKind[];
  readonly scheme: Scheme;
  /** Month and day, '12-31'. */
  readonly mapDue: string;
  readonly halfCloses: string;
  readonly yearCloses: string;
  readonly basis: string;
  readonly source: string;
  readonly status: FrameworkStatus;
  /** Fiscal years, Buddhist era; both inside. */
  readonly fromYear: number;
  readonly toYear: number | undefined;
};
