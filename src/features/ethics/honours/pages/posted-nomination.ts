/** A nomination's form as posted. */
import { textOf } from '#platform/http/limited-form.ts';
import type { NewNomination } from '../nominate.ts';

export const nominationLimit = 256 * 1024;

export const postedNomination = (form: FormData): NewNomination => ({
  id: textOf(form, 'id'),
  roundId: textOf(form, 'roundId'),
  category: textOf(form, 'category'),
  unitId: Number(textOf(form, 'unitId')),
  personId: textOf(form, 'personId'),
  citation: textOf(form, 'citation'),
  reasons: form.getAll('position').map((at) => ({
    reason: textOf(form, `reason${at}`),
    evidence: textOf(form, `evidence${at}`),
    link: textOf(form, `link${at}`),
  })),
});
