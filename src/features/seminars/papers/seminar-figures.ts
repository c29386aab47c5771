/**
 * What other parts of seminars know and papers want to say. Each is a question that main answers by the part that
 * knows; one that nobody answers, or that has no figure yet, is left out of the paper with a sentence, never invented.
 */
import type { SignedIn } from '#features/network/index.ts';

type Ask<T> = (signedIn: SignedIn, seminarId: string) => Promise<T | undefined>;

export type SeminarFigures = {
  /** How many people were there at all, and how many long enough for the certificate. */
  readonly attendance?: Ask<{ readonly attended: number; readonly completed: number }>;
  /** Means in per cent of those who sat both tests, and the share of the possible gain that was reached, 1 for all of it. */
  readonly tests?: Ask<{
    readonly pairs: number;
    readonly before: number;
    readonly after: number;
    readonly gain: number;
  }>;
  /** Means of a scale of five, by heading. */
  readonly evaluation?: Ask<{
    readonly answered: number;
    readonly means: readonly { readonly nameTh: string; readonly mean: number }[];
  }>;
};

export type ConfirmedSeat = {
  readonly unitId: number;
  readonly nameTh: string;
  readonly positionTh: string;
};
