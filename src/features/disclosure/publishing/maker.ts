/** What makes the body of a paper: one function a kind, each from one source. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import type { DisclosureNeeds } from '../needs.ts';
import type { Paper } from './paper.ts';
import type { Period } from './paper-address.ts';

export type WantedPaper = {
  readonly centre: Centre;
  readonly kind: PaperKind;
  readonly fiscalYear: number;
  readonly period: Period;
};

/** Undefined while there is nothing to make it of. */
type Body = Pick<Paper, 'sentences' | 'tables'> | undefined;
export type Maker = (needs: DisclosureNeeds, wanted: WantedPaper, signedIn: SignedIn) => Promise<Body>;

/** A civil date as papers write it. */
export const day = (date: string): string => formatDate(asCivilDate(date), 'th');
