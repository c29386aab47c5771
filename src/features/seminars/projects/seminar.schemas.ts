/** What an officer may send about a seminar and its project. */
import { z } from 'zod';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { trainingTypes } from './project.ts';
import { stepNames } from './project-rules.ts';

export const civilDay = z.string().refine((text) => parseCivilDate(text) !== undefined);
const text = (most: number) => z.string().trim().max(most);
/** Empty means that none was given. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const seminarForm = z
  .object({
    id: z.uuid(),
    unitId: z.coerce.number().int(),
    slug: optional(z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/)),
    titleTh: text(300).min(3),
    titleEn: optional(text(300).min(3)),
    summaryTh: text(4_000),
    summaryEn: text(4_000),
    startsOn: civilDay,
    endsOn: civilDay,
    venueTh: text(300),
    venueEn: text(300),
    seats: z.coerce.number().int().min(1).max(100_000),
    nominateBy: optional(civilDay),
    releaseOn: optional(civilDay),
    /** When the form was opened; left out for a new one. */
    changedAt: optional(z.iso.datetime()),
    /** Takes the programme along to the new first day. */
    moveProgramme: z.boolean().default(false),
  })
  .superRefine((form, check) => {
    const wrong = (path: string) => check.addIssue({ code: 'custom', path: [path], message: path });
    if (form.endsOn < form.startsOn) wrong('endsOn');
    if (form.nominateBy && form.nominateBy > form.startsOn) wrong('nominateBy');
    if (form.releaseOn && form.releaseOn > form.startsOn) wrong('releaseOn');
  });
export type SeminarForm = z.output<typeof seminarForm>;

const item = text(20_000).default('');
export const projectForm = z.object({
  seminarId: z.uuid(),
  trainingType: z.enum(trainingTypes),
  rationale: item,
  objectives: item,
  targetQuantity: item,
  targetQuality: item,
  method: item,
  period: item,
  place: item,
  moneySource: item,
  responsible: item,
  evaluation: item,
  expectedResults: item,
  changedAt: optional(z.iso.datetime()),
});

export const stepForm = z.object({
  id: z.uuid(),
  seminarId: z.uuid(),
  step: z.enum(stepNames),
  reason: text(2_000).default(''),
});

/** Names of the fields that zod did not accept. */
export const fieldsOf = (error: z.ZodError): readonly string[] => [
  ...new Set(error.issues.map(({ path }) => String(path[0] ?? ''))),
];
