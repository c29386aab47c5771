/** Pure decisions about maps: which step may follow, what is missing, how risks spread over the matrix, what changed between two. */
import type { Scheme } from './framework.ts';
import { bandOf, needsTreatment } from './framework-rules.ts';
import type { Half, MapState, MapStep, Risk, RiskField, RiskResult, RiskWords } from './risk.ts';

/** State after a step; a step that is not named for a state is refused. Also the database's `prevention.keep_risk_map`. */
const ways: Readonly<Record<MapState, Partial<Record<MapStep, MapState>>>> = {
  draft: { submitted: 'submitted' },
  submitted: { returned: 'returned', verified: 'verified' },
  returned: { submitted: 'submitted' },
  verified: { returned: 'returned', approved: 'approved' },
  approved: { published: 'approved', 'results-6': 'approved', 'results-12': 'approved' },
};

export const stateAfter = (state: MapState, step: MapStep): MapState | undefined => ways[state][step];
export const isOpen = (state: MapState): boolean => state === 'draft' || state === 'returned';

/** What a risk lacks before its map can be handed in. A low risk needs no treatment. */
export function gapsOf(scheme: Scheme, risk: RiskWords): readonly RiskField[] {
  const always: RiskField[] = ['process', 'step', 'event', 'who', 'how', 'cause', 'control'];
  const gaps = always.filter((field) => risk[field] === '');
  if (!scheme.domains.some(({ code }) => code === risk.domain)) gaps.unshift('domain');
  if (!scheme.controls.some(({ code }) => code === risk.controlQuality)) gaps.push('controlQuality');
  for (const axis of ['likelihood', 'impact'] as const)
    if (!scheme[axis].levels[(risk[axis] ?? 0) - 1]) gaps.push(axis);
  const band = bandFor(scheme, risk);
  if (band !== undefined && needsTreatment(scheme, band)) {
    for (const field of ['treatment', 'owner', 'indicator'] as const)
      if (risk[field] === '') gaps.push(field);
    if (risk.dueOn === undefined) gaps.push('dueOn');
  }
  return gaps;
}

export const bandFor = (
  scheme: Scheme,
  risk: Pick<RiskWords, 'likelihood' | 'impact' | 'controlQuality'>,
): string | undefined =>
  bandOf(scheme, {
    likelihood: risk.likelihood,
    impact: risk.impact,
    control: risk.controlQuality,
  })?.code;

/** What of a copied risk holds under another framework: levels, domain and control only where the framework has them. */
export function fitTo(scheme: Scheme, risk: RiskWords, isSameScale: boolean): RiskWords {
  const has = (list: readonly { code: string }[], code: string | undefined) =>
    list.some((one) => one.code === code);
  return {
    ...risk,
    domain: has(scheme.domains, risk.domain) ? risk.domain : '',
    controlQuality: has(scheme.controls, risk.controlQuality) ? risk.controlQuality : undefined,
    likelihood: isSameScale ? risk.likelihood : undefined,
    impact: isSameScale ? risk.impact : undefined,
  };
}

export const isSameScale = (one: Scheme, other: Scheme): boolean =>
  one.likelihood.levels.length === other.likelihood.levels.length &&
  one.impact.levels.length === other.impact.levels.length;

type Placed = { readonly likelihood: number | undefined; readonly impact: number | undefined };

/** How many risks stand in each cell: `counts[likelihood - 1][impact - 1]`. Those without levels are in none. */
export function spread(scheme: Scheme, risks: readonly Placed[]): readonly (readonly number[])[] {
  return scheme.likelihood.levels.map((_, l) =>
    scheme.impact.levels.map(
      (_, i) => risks.filter((risk) => risk.likelihood === l + 1 && risk.impact === i + 1).length,
    ),
  );
}

/** Results that count: the last of each risk and half. */
export function latestResults<R extends Pick<RiskResult, 'riskId' | 'half' | 'at'>>(
  results: readonly R[],
): readonly R[] {
  const last = new Map<string, R>();
  for (const result of [...results].sort((a, b) => a.at.getTime() - b.at.getTime()))
    last.set(`${result.riskId} ${result.half}`, result);
  return [...last.values()];
}

/** Results that are owed: risks whose band asks for a treatment. */
export const owesResult = (scheme: Scheme, risk: Pick<Risk, 'band'>): boolean =>
  needsTreatment(scheme, risk.band);

/** Risks that still owe their result of a half. */
export function withoutResult(
  scheme: Scheme,
  risks: readonly Risk[],
  results: readonly Pick<RiskResult, 'riskId' | 'half'>[],
  half: Half,
): readonly Risk[] {
  return risks.filter(
    (risk) =>
      owesResult(scheme, risk) &&
      !results.some((result) => result.riskId === risk.id && result.half === half),
  );
}

const compared: readonly RiskField[] = [
  'domain',
  'process',
  'step',
  'event',
  'who',
  'how',
  'isKnown',
  'cause',
  'control',
  'controlQuality',
  'likelihood',
  'impact',
  'treatment',
  'owner',
  'dueOn',
  'indicator',
];

export type RiskChange =
  | { readonly kind: 'added'; readonly after: Risk }
  | { readonly kind: 'removed'; readonly before: Risk }
  | {
      readonly kind: 'changed';
      readonly before: Risk;
      readonly after: Risk;
      readonly fields: readonly RiskField[];
    }
  | { readonly kind: 'same'; readonly before: Risk; readonly after: Risk };

/** What became of each risk between two maps, in the order of the later one; the removed last. */
export function compareRisks(before: readonly Risk[], after: readonly Risk[]): readonly RiskChange[] {
  const old = new Map(before.map((risk) => [risk.lineage, risk]));
  const kept = after.map((risk): RiskChange => {
    const was = old.get(risk.lineage);
    if (!was) return { kind: 'added', after: risk };
    old.delete(risk.lineage);
    const fields = compared.filter((field) => was[field] !== risk[field]);
    return fields.length > 0
      ? { kind: 'changed', before: was, after: risk, fields }
      : { kind: 'same', before: was, after: risk };
  });
  return [...kept, ...[...old.values()].map((risk): RiskChange => ({ kind: 'removed', before: risk }))];
}
