/** A form of corruption that a centre met and the shared library lacks: proposed by the centre, decided by the ministry. */
import { z } from 'zod';

const lines = z
  .string()
  .max(4000)
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine((list) => list.length >= 1 && list.length <= 12 && list.every((line) => line.length <= 300));

export const newProposal = z.object({
  id: z.uuid(),
  unitId: z.coerce.number().int(),
  title: z.string().trim().min(3).max(200),
  how: z.string().trim().min(10).max(2000),
  signs: lines,
  weak: lines,
  helped: lines,
  topics: z.array(z.string().max(40)).min(1).max(12),
});

const both = z.object({
  titleTh: z.string().trim().min(3).max(200),
  titleEn: z.string().trim().min(3).max(200),
  howTh: z.string().trim().min(10).max(2000),
  howEn: z.string().trim().min(10).max(2000),
  signsTh: lines,
  signsEn: lines,
  weakTh: lines,
  weakEn: lines,
  helpedTh: lines,
  helpedEn: lines,
});

/** Accepting writes the entry of the library, in both languages; declining says why. */
export const proposalDecision = z.discriminatedUnion('act', [
  both.extend({
    act: z.literal('accept'),
    id: z.uuid(),
    noticeId: z.uuid(),
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
    note: z.string().trim().max(1000),
  }),
  z.object({ act: z.literal('decline'), id: z.uuid(), note: z.string().trim().min(5).max(1000) }),
]);

export type ProposalState = 'proposed' | 'accepted' | 'declined';

export type Proposal = {
  readonly id: string;
  readonly unitId: number;
  readonly isMine: boolean;
  readonly at: Date;
  readonly title: string;
  readonly how: string;
  readonly signs: readonly string[];
  readonly weak: readonly string[];
  readonly helped: readonly string[];
  readonly topics: readonly string[];
  readonly state: ProposalState;
  /** Code in the library, once accepted. */
  readonly typology: string | undefined;
  readonly note: string;
};

export type ProposalAnswer =
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly code: 'forbidden' | 'not-found' | 'own' | 'code-taken' | 'changed-meanwhile';
    }
  | { readonly ok: false; readonly code: 'identifying'; readonly found: readonly string[] }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly string[] };
