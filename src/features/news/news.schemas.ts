/** What an editor may send. */
import { z } from 'zod';
import { categories, relatedLimit } from './news.ts';

const text = (most: number) => z.string().trim().max(most);
const id = z.uuid();

export const savedItem = z.object({
  id,
  unitId: z.number().int(),
  /** The version the editor started from; 0 for a new announcement. */
  baseVersion: z.number().int().min(0),
  /** Empty: the program chooses one. */
  slug: z.union([z.literal(''), z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,78})[a-z0-9]$/)]).default(''),
  category: z.enum(categories),
  titleTh: text(200).min(1),
  summaryTh: text(400),
  bodyTh: text(20_000),
  titleEn: text(200).default(''),
  summaryEn: text(400).default(''),
  bodyEn: text(20_000).default(''),
  altTh: text(300).default(''),
  altEn: text(300).default(''),
  related: z.array(id).max(relatedLimit).default([]),
  removePicture: z.boolean().default(false),
});
export type SavedItem = z.input<typeof savedItem>;

export const stepTaken = z.object({
  id,
  step: z.enum(['publish', 'unschedule', 'archive', 'unarchive', 'withdraw']),
  publishAt: z.date().optional(),
  reason: text(500).default(''),
});
export type StepTaken = z.input<typeof stepTaken>;
