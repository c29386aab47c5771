/** What an officer may send. */
import { z } from 'zod';
import { parseCivilDate } from '#platform/calendar/civil-date.ts';
import { circularKinds, secrecyGrades } from './circular.ts';

const civilDate = z.string().refine((text) => parseCivilDate(text) !== undefined);
const text = (most: number) => z.string().trim().max(most);

export const newCircular = z
  .object({
    id: z.uuid(),
    unitId: z.number().int(),
    kind: z.enum(circularKinds),
    /** As typed on the paper: "ที่ มท 0204/ว 123". */
    number: text(100).min(1),
    dated: civilDate,
    subject: text(300).min(1),
    gist: text(2_000).default(''),
    secrecy: z.enum(secrecyGrades),
    audience: z.discriminatedUnion('to', [
      z.object({ to: z.literal('all') }),
      z.object({
        to: z.literal('kinds'),
        kinds: z.array(z.enum(['ministry', 'department', 'state-enterprise', 'bangkok', 'province'])).min(1),
      }),
      z.object({ to: z.literal('centres'), codes: z.array(text(20).min(1)).min(1).max(200) }),
    ]),
    isPublic: z.boolean(),
    answerDueOn: civilDate.optional(),
    answerAsked: text(1_000).default(''),
    supersedes: z.uuid().optional(),
  })
  .refine((circular) => (circular.answerDueOn === undefined) === (circular.answerAsked === ''));
export type NewCircular = z.input<typeof newCircular>;

export const newAnswer = z.object({
  id: z.uuid(),
  circularId: z.uuid(),
  unitId: z.number().int(),
  text: text(10_000),
});
export type NewAnswer = z.input<typeof newAnswer>;
