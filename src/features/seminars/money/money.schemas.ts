/** What an officer may send about money. Numbers may be typed with commas. */
import { z } from 'zod';
import { civilDay } from '../projects/seminar.schemas.ts';
import { categories } from './money.ts';

const typed = (most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? Number(value.replaceAll(',', '').trim() || Number.NaN) : value),
    z.number().min(0).max(most).multipleOf(0.01),
  );

export const budgetForm = z.object({
  seminarId: z.uuid(),
  mark: z.string().max(40),
  lines: z
    .array(
      z.object({
        id: z.uuid(),
        category: z.enum(categories),
        description: z.string().trim().min(1).max(300),
        quantity: typed(10_000_000).refine((quantity) => quantity > 0),
        unit: z.string().trim().min(1).max(60),
        unitPrice: typed(100_000_000),
      }),
    )
    .max(200),
});

export const feesForm = z.object({
  seminarId: z.uuid(),
  mark: z.string().max(40),
  claims: z
    .array(
      z.object({
        slotId: z.uuid(),
        speakerId: z.uuid(),
        isPaid: z.boolean(),
        /** In halves of an hour. */
        hours: typed(24).refine((hours) => Number.isInteger(hours * 2)),
        rate: typed(1_000_000),
      }),
    )
    .max(500),
});

const text = z.string().trim().min(1).max(500);
export const ruleForm = z.object({
  code: z.string().max(40),
  value: typed(1_000_000),
  basisTh: text,
  basisEn: text,
  source: text,
  status: z.enum(['confirmed', 'unconfirmed']),
  validFrom: civilDay,
});
