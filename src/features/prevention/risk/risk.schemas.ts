/** What an officer may send about maps, risks and results. */
import { z } from 'zod';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { riskKinds } from './framework.ts';
import { mapSteps, progresses, textLimits } from './risk.ts';

const text = (most: number) => z.string().trim().max(most);
const blank = (value: unknown) => (value === '' || value === null ? undefined : value);
const level = z.preprocess(blank, z.coerce.number().int().min(1).max(5).optional());
const code = z.preprocess(blank, z.string().max(40).optional());

export const newMap = z.object({
  id: z.uuid(),
  unitId: z.number().int(),
  kind: z.enum(riskKinds),
  fiscalYear: z.number().int().min(2550).max(2700),
  framework: z.string().max(40),
  copyLast: z.boolean(),
});
export type NewMapInput = z.input<typeof newMap>;

export const newVersion = z.object({ id: z.uuid(), mapId: z.uuid(), reason: text(1000).min(5) });
export type NewVersionInput = z.input<typeof newVersion>;

export const riskEntry = z.object({
  id: z.uuid(),
  mapId: z.uuid(),
  /** Of the risk as it was read; left out for a new one. */
  revision: z.preprocess(blank, z.coerce.number().int().optional()),
  domain: text(40),
  process: text(textLimits.process),
  step: text(textLimits.step),
  event: text(textLimits.event).min(3),
  who: text(textLimits.who),
  how: text(textLimits.how),
  isKnown: z.boolean(),
  cause: text(textLimits.cause),
  control: text(textLimits.control),
  controlQuality: code,
  likelihood: level,
  impact: level,
  treatment: text(textLimits.treatment),
  owner: text(textLimits.owner),
  dueOn: z.preprocess(
    blank,
    z
      .string()
      .refine((day) => parseCivilDate(day) !== undefined)
      .optional(),
  ),
  indicator: text(textLimits.indicator),
  typology: code,
});
export type RiskEntryInput = { readonly [K in keyof z.input<typeof riskEntry>]: unknown };

export const stepEntry = z.object({
  id: z.uuid(),
  mapId: z.uuid(),
  revision: z.coerce.number().int(),
  step: z.enum(mapSteps),
  reason: text(2000),
  remarks: z.array(z.object({ risk: z.uuid(), text: text(1000) })).max(500),
});
export type StepInput = z.input<typeof stepEntry>;

export const resultEntry = z.object({
  id: z.uuid(),
  riskId: z.uuid(),
  mapId: z.uuid(),
  half: z.coerce.number().pipe(z.union([z.literal(6), z.literal(12)])),
  progress: z.enum(progresses),
  done: text(2000).min(3),
  measured: text(500),
  evidence: text(500),
  controlQuality: code,
  likelihood: z.coerce.number().int().min(1).max(5),
  impact: z.coerce.number().int().min(1).max(5),
});
export type ResultInput = { readonly [K in keyof z.input<typeof resultEntry>]: unknown };

/** Names of the fields that are not in form, once each. */
export const wrongFields = (error: z.ZodError): readonly string[] => [
  ...new Set(error.issues.map(({ path }) => String(path[0]))),
];
