/** The words of the No Gift announcement: what a head signs for a fiscal year, and which centres have it. */
import type { CentreKind } from '#features/network/index.ts';

export type Template = {
  readonly version: number;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly bodyTh: string;
  readonly bodyEn: string;
  readonly basis: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly validFrom: string;
};

/** What stands in a template for what signing fills in. */
export const placeholders = ['office', 'year', 'name', 'position'] as const;
export type Filling = Readonly<Record<(typeof placeholders)[number], string>>;

/** signed; new-head: who signed leads no more; missing. */
export const standings = ['signed', 'new-head', 'missing'] as const;
export type Standing = (typeof standings)[number];

export type CentreStanding = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: CentreKind;
  readonly standing: Standing;
  readonly id: string | undefined;
  readonly signedAt: Date | undefined;
};

export type Announcement = {
  readonly id: string;
  readonly unitId: number;
  readonly unitNameTh: string;
  readonly unitNameEn: string;
  readonly fiscalYear: number;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly bodyTh: string;
  readonly bodyEn: string;
  readonly signerTh: string;
  readonly signerEn: string | undefined;
  readonly position: string | undefined;
  readonly signedAt: Date;
  /** Its place in the public ledger; undefined for the second until it has one. */
  readonly place: number | undefined;
  readonly standing: Standing;
};
