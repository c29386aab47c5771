/** What an organiser may send about a programme. */
import { z } from 'zod';
import { civilDay } from '../projects/seminar.schemas.ts';
import { slotKinds, speakerRoles } from '../seminar.ts';
import { affiliations } from './programme.ts';

const text = (most: number) => z.string().trim().max(most);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

export const slotForm = z
  .object({
    id: z.uuid(),
    seminarId: z.uuid(),
    kind: z.enum(slotKinds),
    titleTh: text(300).min(1),
    titleEn: optional(text(300).min(1)),
    detailTh: text(4_000).default(''),
    detailEn: text(4_000).default(''),
    roomId: optional(z.uuid()),
    day: civilDay,
    from: clock,
    to: clock,
    groups: z.coerce.number().int().min(1).max(50).default(1),
    countsForAttendance: z.boolean(),
    competencies: z.array(z.string().max(8)).max(50).default([]),
    speakers: z
      .array(
        z.object({
          speakerId: z.uuid(),
          role: z.enum(speakerRoles),
          groupNo: optional(z.coerce.number().int().min(1).max(50)),
        }),
      )
      .max(60)
      .default([]),
    /** When the form was opened; left out for a new part. */
    changedAt: optional(z.iso.datetime()),
  })
  .superRefine((form, check) => {
    if (form.to <= form.from) check.addIssue({ code: 'custom', path: ['to'], message: 'to' });
  });
export type SlotForm = z.output<typeof slotForm>;

/** A part dragged or moved by keys. */
export const placeForm = z
  .object({
    seminarId: z.uuid(),
    slotId: z.uuid(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    roomId: optional(z.uuid()),
    changedAt: z.iso.datetime(),
  })
  .refine(({ startsAt, endsAt }) => new Date(startsAt) < new Date(endsAt));

export const roomForm = z.object({
  id: z.uuid(),
  seminarId: z.uuid(),
  nameTh: text(200).min(1),
  nameEn: optional(text(200).min(1)),
  capacity: optional(z.coerce.number().int().min(1).max(100_000)),
});

export const speakerForm = z.object({
  id: z.uuid(),
  seminarId: z.uuid(),
  nameTh: text(200).min(2),
  nameEn: optional(text(200).min(2)),
  positionTh: text(200).default(''),
  organisationTh: text(200).default(''),
  affiliation: z.enum(affiliations),
  email: optional(z.email().max(200)),
});

/** What is to be taken away. */
export const removal = z.object({ id: z.uuid(), seminarId: z.uuid() });
