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

/** Where a breach went on: an ordinary case of the centre, or a letter to the personnel unit. */
export type Handover = {
  readonly id: string;
  readonly to: { readonly caseId: string; readonly number: string } | { readonly letter: string };
  readonly handedOn: string;
};
