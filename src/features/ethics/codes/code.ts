/** The words of codes of ethics: standards, codes by regime, what one does and does not, situations, the yearly pledge. */
import type { CentreKind } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';

type Basis = {
  readonly version: number;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly status: 'confirmed' | 'unconfirmed';
  readonly validFrom: string;
};

export type Standard = Basis & {
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly sort: number;
};

export type Code = Basis & {
  readonly regime: string;
  /** Whom it binds. */
  readonly nameTh: string;
  readonly nameEn: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly issuedOn: string | undefined;
  readonly pledgeTh: string;
  readonly pledgeEn: string;
  /** How many situations are answered before the pledge. */
  readonly situations: number;
  readonly sort: number;
};

export const conductKinds = ['do', 'dont'] as const;
export type ConductKind = (typeof conductKinds)[number];

export type Conduct = {
  readonly id: string;
  /** Undefined for the whole network. */
  readonly unitId: number | undefined;
  readonly regime: string | undefined;
  readonly standard: string;
  readonly kind: ConductKind;
  readonly behaviourTh: string;
  readonly behaviourEn: string | undefined;
  readonly exampleTh: string;
  readonly exampleEn: string | undefined;
};

export type ScenarioOption = {
  readonly position: number;
  readonly textTh: string;
  readonly textEn: string;
  readonly whyTh: string;
  readonly whyEn: string;
  readonly isRight: boolean;
};
export type Scenario = {
  readonly id: string;
  readonly standard: string;
  readonly situationTh: string;
  readonly situationEn: string;
  readonly options: readonly ScenarioOption[];
};

/** In the reader's language; Thai where nobody has translated, and then said to be Thai. */
export function worded(th: string, en: string | undefined, locale: Locale): { text: string; lang: Locale } {
  return locale === 'en' && en ? { text: en, lang: 'en' } : { text: th, lang: 'th' };
}

/** The regime that most officers of a kind of body belong to, offered first. */
export const usualRegime: Readonly<Record<CentreKind, string>> = {
  ministry: 'CIVIL',
  department: 'CIVIL',
  province: 'CIVIL',
  'state-enterprise': 'STATE-ENTERPRISE',
  bangkok: 'BANGKOK',
};
