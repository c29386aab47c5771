/** How many bodies of each kind have reached which level: the picture of the ministry. */
import type { CentreKind } from '#features/network/index.ts';
import type { Level } from './moral.ts';
import type { MoralRow } from './read-moral.ts';

const kinds: readonly CentreKind[] = ['ministry', 'department', 'state-enterprise', 'bangkok', 'province'];

export type RollUp = {
  readonly kind: CentreKind;
  readonly levels: Readonly<Record<Level, number>>;
  readonly notYet: number;
};

/** Kinds that the reader sees, in the order of the tiers. */
export const rollUp = (rows: readonly MoralRow[]): readonly RollUp[] =>
  kinds.flatMap((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    if (of.length === 0) return [];
    const at = (level?: Level) => of.filter(({ assessment }) => assessment?.level === level).length;
    return [{ kind, levels: { 1: at(1), 2: at(2), 3: at(3) }, notYet: at() }];
  });
