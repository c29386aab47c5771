// The words of the law library that its use cases and pages share.
import type { Doubt } from './parse/law-text.ts';

export type { Doubt, InstrumentKind, Paragraph } from './parse/law-text.ts';

/** What an import did, for the command and the page. */
export type ImportReport = {
  readonly code: string;
  readonly title: string;
  readonly yearBE: number | undefined;
  readonly outcome: 'new' | 'unchanged' | 'changed';
  /** Number of the version that now stands. */
  readonly version: number;
  readonly sections: number;
  readonly headings: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly doubts: readonly Doubt[];
};
