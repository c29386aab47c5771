/** The words of an ethics matter: what hangs on the case, in codes; everything said stands sealed in the case itself. */
export const findings = ['breach', 'no-breach', 'not-established'] as const;
export type Finding = (typeof findings)[number];

export type RecordedFinding = {
  readonly finding: Finding;
  /** Codes in ethics.choice, list standard. */
  readonly standards: readonly string[];
  readonly foundAt: Date;
};

export type RecordedMeasure = {
  readonly id: string;
  readonly measure: string;
  readonly version: number;
  readonly takenOn: string;
};

/** Where a matter went on: a breach to discipline, as a case or by letter; what looks like corruption as a case of its own. */
export type Handover = {
  readonly id: string;
  readonly kind: 'discipline' | 'referral';
  readonly to: { readonly caseId: string; readonly number: string } | { readonly letter: string };
  readonly handedOn: string;
};
