/** The words of papers: which there are, and what the registry and the signer add to each. */

export const paperKinds = [
  'approval',
  'invitation',
  'quotas',
  'speaker-invitation',
  'programme',
  'sign-in',
  'summary',
  'claim',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Empty texts and a missing date stand for "as usual". */
export type PaperFacts = {
  readonly number: string;
  readonly dated: string | undefined;
  readonly addressee: string;
  readonly signerName: string;
  readonly signerPosition: string;
  readonly phone: string;
  readonly added: string;
};

export const noFacts: PaperFacts = {
  number: '',
  dated: undefined,
  addressee: '',
  signerName: '',
  signerPosition: '',
  phone: '',
  added: '',
};

/** Lists and sheets that nobody signs or numbers. */
export const plainKinds: readonly PaperKind[] = ['quotas', 'programme', 'sign-in'];
