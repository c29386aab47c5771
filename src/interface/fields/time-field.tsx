/** A time of day on the 24-hour clock, typed as Thais write it (8.30); the server reads it by `timeText`. */
import { useId } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { describedBy, type FieldWords, Hint, ProblemLine } from './field-frame.tsx';
import { fieldsText } from './text.ts';

type TimeFieldProps = FieldWords & {
  readonly name: string;
  readonly label: string;
  readonly locale: Locale;
  /** HH:MM, or what was typed before. */
  readonly defaultValue?: string | undefined;
  readonly required?: boolean;
  readonly id?: string;
};

export function TimeField({ name, label, locale, defaultValue, required, ...field }: TimeFieldProps) {
  const made = useId();
  const id = field.id ?? made;
  const words = { hint: field.hint ?? fieldsText(locale).time.hint, problem: field.problem };
  return (
    <div className="field time-field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id} hint={words.hint} />
      <input
        id={id}
        name={name}
        defaultValue={defaultValue}
        required={required}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        aria-invalid={field.problem ? true : undefined}
        aria-describedby={describedBy(id, words)}
      />
      <ProblemLine id={id} problem={field.problem} />
    </div>
  );
}
