/** An answer in the words of the question as it was asked. */
import type { Locale } from '#platform/text/messages.ts';
import { seatsText } from '../text.ts';
import type { Answer, FormField } from './form.ts';
import { codesOf } from './form-rules.ts';

export function answerInWords(field: FormField, value: Answer, locale: Locale): string {
  const text = seatsText(locale).form;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number') return String(value);
  if (field.kind === 'text') return String(value);
  return codesOf(value)
    .map((code) => {
      const choice = field.choices.find((one) => one.code === code);
      return (locale === 'th' ? choice?.th : choice?.en) ?? code;
    })
    .join(', ');
}
