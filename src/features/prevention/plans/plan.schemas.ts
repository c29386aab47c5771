/** What a measure and a result look like when they come in. Text keeps its lines; digits may be Thai. */
import { z } from 'zod';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { missions, type Quarter } from './plan.ts';

const id = z.uuid();
const text = (most: number) => z.string().trim().max(most);
const day = z
  .string()
  .refine((value) => value === '' || parseCivilDate(value) !== undefined)
  .transform((value) => value || undefined);

/** "1,250.50", "๑๒๕๐": a figure of at most two decimals as people type it; empty is undefined. */
const figure = z
  .string()
  .transform((value) =>
    value
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
      .replaceAll(',', '')
      .trim(),
  )
  .refine((value) => /^(?:\d{1,12}(?:\.\d{1,2})?)?$/.test(value))
  .transform((value) => (value === '' ? undefined : Number(value)));

export const measureInput = z
  .object({
    id,
    planId: id,
    /** When the writer opened it; left out for a new one. */
    baseChangedAt: z.string().max(40).optional(),
    mission: z.enum(missions),
    title: text(300).min(3),
    objective: text(2000),
    indicator: text(500),
    target: figure,
    targetUnit: text(60),
    budget: figure,
    startsOn: day,
    endsOn: day,
    owner: text(200),
    alignments: z.array(z.string().max(80)).max(40),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, { path: ['endsOn'] });
export type MeasureInput = z.input<typeof measureInput>;

export const resultInput = z.object({
  id,
  measureId: id,
  quarter: z.coerce
    .number()
    .int()
    .min(1)
    .max(4)
    .transform((value) => value as Quarter),
  done: text(4000).min(1),
  value: figure,
  spent: figure,
  progress: z.coerce.number().int().min(0).max(100),
  problems: text(2000),
  suggestions: text(2000),
  evidenceUrl: text(500)
    .refine((value) => value === '' || (/^https?:\/\//.test(value) && URL.canParse(value)))
    .transform((value) => value || undefined),
});
export type ResultInput = z.input<typeof resultInput>;

/** Names of the fields that a schema refused, once each. */
export const fieldsOf = (error: z.ZodError): readonly string[] => [
  ...new Set(error.issues.map(({ path }) => String(path[0] ?? ''))),
];
