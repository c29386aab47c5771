/** The form in which a lesson arrives; apart from its words, so that no page carries the validator. */
import { z } from 'zod';

const long = (most: number) => z.string().trim().min(10).max(most);
export const newLesson = z.object({
  id: z.uuid(),
  topic: z.string().min(2).max(40),
  typology: z
    .string()
    .max(60)
    .transform((code) => code || undefined)
    .optional(),
  title: z.string().trim().min(5).max(200),
  happened: long(6000),
  signs: long(3000),
  weak: long(3000),
  helped: long(3000),
});
