/** A time of day on the 24-hour clock, typed as Thais write it (8.30); the server reads it by `timeText`. */
import { useId } from 'react';
import { timeFromText } from '#platform/calendar/date-parts.ts';
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
  const text = fieldsText(locale).time;
  const isImpossible = Boolean(defaultValue) && timeFromText(defaultValue!) === undefined;
  const words = {
    hint: field.hint ?? text.hint,
    problem: field.problem ?? (isImpossible ? text.impossible : undefined),
  };
  return (
    <div className="field time-field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id} hint={words.hint} />
      <input
        id={id}
        name={name}
        defaultValue={defaultValue}
        required={required}
        onInput={({ currentTarget: field }) => {
          const isTime = field.value.trim() === '' || timeFromText(field.value) !== undefined;
          field.setCustomValidity(isTime ? '' : text.impossible);
        }}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        aria-invalid={words.problem ? true : undefined}
        aria-describedby={describedBy(id, words)}
      />
      <ProblemLine id={id} problem={words.problem} />
    </div>
  );
}
