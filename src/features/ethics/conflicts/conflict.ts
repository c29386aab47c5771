/** The words of conflicts of interest: in which matter, by which relation, what was decided. */
import type { Choice } from '../rules/rule.ts';

export const matters = ['procurement', 'appointment', 'licence', 'case-panel', 'other'] as const;
export type Matter = (typeof matters)[number];
export const actions = ['recuse', 'divest', 'none'] as const;
export type Action = (typeof actions)[number];

export type ConflictLine = {
  readonly id: string;
  readonly person: string;
  readonly unitName: string;
  readonly isOwn: boolean;
  readonly matter: Matter;
  readonly about: string;
  readonly declaredAt: Date;
  /** Declared in the fiscal year that runs. */
  readonly isThisYear: boolean;
  /** What holds now; undefined while nothing is decided. */
  readonly action: Action | undefined;
  readonly isMineToDecide: boolean;
};

export type ConflictView = ConflictLine & {
  readonly relation: Pick<Choice, 'nameTh' | 'nameEn' | 'basisTh' | 'basisEn' | 'status'> | undefined;
  readonly interest: Pick<Choice, 'nameTh' | 'nameEn' | 'basisTh' | 'basisEn' | 'status'> | undefined;
  readonly detail: string;
  readonly caseId: string | undefined;
  /** The newest first: the first one holds. */
  readonly decisions: readonly {
    readonly id: string;
    readonly action: Action;
    readonly reasons: string;
    readonly by: string;
    readonly at: Date;
  }[];
};

/** How a centre's officers have declared for a year: numbers only. */
export type ConflictFigures = {
  readonly unitId: number;
  readonly name: string;
  readonly officers: number;
  readonly nothing: number;
  readonly declared: number;
  readonly undecided: number;
};
