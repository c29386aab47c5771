/** Consolidation by tier: what the plans of each kind of centre add up to. */
import type { CentreKind } from '#features/network/index.ts';
import type { PlanLine } from './plan.ts';

export type KindSum = {
  readonly kind: CentreKind;
  readonly centres: number;
  /** Handed in: submitted, verified or published. */
  readonly filed: number;
  readonly measures: number;
  readonly budget: number;
  readonly spent: number;
  /** Mean over the centres that have reported, percent. */
  readonly progress: number | undefined;
};

const order: readonly CentreKind[] = ['ministry', 'department', 'state-enterprise', 'bangkok', 'province'];

/** Whether the centre has handed its plan in and it was not returned. */
export const isFiled = ({ state }: Pick<PlanLine, 'state'>): boolean =>
  state === 'submitted' || state === 'verified' || state === 'published';

export function sumByKind(lines: readonly PlanLine[]): readonly KindSum[] {
  return order
    .map((kind): KindSum => {
      const own = lines.filter(({ centre }) => centre.kind === kind);
      const filed = own.filter(isFiled);
      const known = filed.map(({ progress }) => progress).filter((progress) => progress !== undefined);
      const total = (of: (line: PlanLine) => number) =>
        filed.reduce((sum, line) => sum + Math.round(of(line) * 100), 0) / 100;
      return {
        kind,
        centres: own.length,
        filed: filed.length,
        measures: total(({ measures }) => measures),
        budget: total(({ budget }) => budget),
        spent: total(({ spent }) => spent),
        progress:
          known.length === 0 ? undefined : Math.round(known.reduce((a, b) => a + b, 0) / known.length),
      };
    })
    .filter(({ centres }) => centres > 0);
}
