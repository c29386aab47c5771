/**
 * A date in three fields: day, month by name, year of the Buddhist era in Thai and of the Common Era in English.
 * Browsers' own date fields speak the browser's language and era. Works without script; the server reads it by `dateOf`
 * or `dateText` of platform/http/posted-date. With script it also posts YYYY-MM-DD under `name`.
 */
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { dateFromParts, dateFromText, partsForField, typedText } from '#platform/calendar/date-parts.ts';
import { monthNames } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { describedBy, type FieldWords, Hint, ProblemLine } from './field-frame.tsx';
import { fieldsText } from './text.ts';

type DateFieldProps = FieldWords & {
  readonly name: string;
  readonly label: string;
  readonly locale: Locale;
  /** YYYY-MM-DD, or what `dateText` gave for one that is none, which is then said, unless `problem` says more. */
  readonly defaultValue?: string | undefined;
  readonly required?: boolean;
  /** Told YYYY-MM-DD, or an empty text while there is no whole date. */
  readonly onChange?: (date: string) => void;
  /** For a link from a list of problems; made when missing. */
  readonly id?: string;
};

export function DateField({ name, label, locale, defaultValue = '', onChange, ...given }: DateFieldProps) {
  const text = fieldsText(locale).date;
  const isImpossible = dateFromText(defaultValue).kind === 'impossible';
  const field = { ...given, problem: given.problem ?? (isImpossible ? text.impossible : undefined) };
  const made = useId();
  const id = field.id ?? made;
  const parts = partsForField(defaultValue, locale === 'th' ? 'buddhist' : 'common');
  const { box, whole, read } = useParts(name, text.impossible, onChange);
  const shared = {
    required: field.required,
    'aria-invalid': field.problem ? (true as const) : undefined,
    'aria-describedby': describedBy(id, field),
    onChange: read,
  };
  const number = (part: 'day' | 'year', letter: 'd' | 'y', most: number) => (
    <label className={`date-${part}`}>
      <span>{text[part]}</span>
      <input
        id={part === 'day' ? id : undefined}
        name={`${name}-${letter}`}
        defaultValue={parts[part]}
        inputMode="numeric"
        autoComplete="off"
        maxLength={most}
        {...shared}
      />
    </label>
  );
  return (
    <fieldset className="field date-field" ref={box}>
      <legend>{label}</legend>
      <Hint id={id} hint={field.hint} />
      <div className="date-parts">
        {number('day', 'd', 2)}
        <label className="date-month">
          <span>{text.month}</span>
          <select name={`${name}-m`} defaultValue={parts.month} {...shared}>
            <option value="">{text.noMonth}</option>
            {monthNames(locale).map((month, at) => (
              <option key={month} value={at + 1}>
                {month}
              </option>
            ))}
          </select>
        </label>
        {number('year', 'y', 4)}
      </div>
      {whole === undefined ? null : <input type="hidden" name={name} value={whole} />}
      <ProblemLine id={id} problem={field.problem} />
    </fieldset>
  );
}

/**
 * The three fields as one text, once script runs. They stay the browser's own, so that what was typed before the page
 * came alive is kept; hence they are read, also after the form was emptied by `reset`.
 */
function useParts(name: string, impossible: string, onChange: DateFieldProps['onChange']) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [whole, setWhole] = useState<string>();
  const read = useCallback(() => {
    const field = (letter: string) =>
      box.current?.querySelector<HTMLInputElement>(`[name="${CSS.escape(`${name}-${letter}`)}"]`);
    const of = (letter: string) => field(letter)?.value ?? '';
    const parts = { day: of('d'), month: of('m'), year: of('y') };
    const typed = dateFromParts(parts);
    // The browser then refuses to send, in our words.
    field('d')?.setCustomValidity(typed.kind === 'impossible' ? impossible : '');
    setWhole(typed.kind === 'date' ? typed.date : typed.kind === 'empty' ? '' : typedText(parts));
    onChange?.(typed.kind === 'date' ? typed.date : '');
  }, [name, impossible, onChange]);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    const form = box.current?.form;
    const later = () => setTimeout(() => latest.current());
    latest.current();
    form?.addEventListener('reset', later);
    return () => form?.removeEventListener('reset', later);
  }, []);
  return { box, whole, read };
}
