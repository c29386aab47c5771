/** The words of materials: slides, recordings and documents of a seminar, and how far their speakers let them go. */
export const materialKinds = ['slides', 'recording', 'document'] as const;
export type MaterialKind = (typeof materialKinds)[number];
export const audiences = ['participants', 'officers', 'public'] as const;
export type Audience = (typeof audiences)[number];
export const consentScopes = ['none', ...audiences] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** Bytes of one file. */
export const mostBytes = 100 * 1024 * 1024;
/** Bytes of all files of one seminar, those taken away too: they stay in the store. See docs/operations.md. */
export const mostOfSeminar = 2 * 1024 ** 3;
/** Files that one person may have sent without naming them. */
export const mostWaiting = 3;
export const waitsMs = 24 * 60 * 60_000;

export type Material = {
  readonly id: string;
  readonly seminarId: string;
  readonly slotId: string | undefined;
  readonly speakerId: string | undefined;
  readonly kind: MaterialKind;
  readonly titleTh: string;
  readonly titleEn: string | undefined;
  readonly audience: Audience;
  readonly link: string | undefined;
  readonly fileId: string | undefined;
  readonly fileName: string | undefined;
  readonly mediaType: string | undefined;
  readonly size: number | undefined;
  /** Whom it really reaches: 0 nobody, 1 participants, 2 officers, 3 anybody. */
  readonly reach: number;
};

export type Consent = {
  readonly speakerId: string;
  readonly scope: ConsentScope;
  readonly givenOn: string;
  readonly givenHow: string;
};
