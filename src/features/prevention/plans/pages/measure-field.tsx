/** A text field of a measure with its hint and its problem. */
import { describedBy, Hint, ProblemLine } from '#interface/fields/field-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Measure } from '../plan.ts';
import { plansText } from '../text.ts';

type Name = 'title' | 'objective' | 'indicator' | 'target' | 'targetUnit' | 'budget' | 'owner';
type MeasureFieldProps = {
  readonly name: Name;
  readonly locale: Locale;
  readonly measure: Measure | undefined;
  readonly wrong: (name: Name) => string | undefined;
  /** More than one line. */
  readonly rows?: number;
  readonly required?: boolean;
  readonly inputMode?: 'decimal';
};

export function MeasureField({ name, locale, measure, wrong, rows, required, inputMode }: MeasureFieldProps) {
  const { fields, hints } = plansText(locale).measure;
  const words = { hint: name in hints ? hints[name as keyof typeof hints] : undefined, problem: wrong(name) };
  const shared = {
    id: name,
    name,
    required,
    defaultValue: measure?.[name] === undefined ? '' : String(measure[name]),
    'aria-invalid': words.problem ? (true as const) : undefined,
    'aria-describedby': describedBy(name, words),
  };
  return (
    <div className="field">
      <label htmlFor={name}>{fields[name]}</label>
      <Hint id={name} hint={words.hint} />
      {rows ? (
        <textarea rows={rows} maxLength={2000} {...shared} />
      ) : (
        <input type="text" inputMode={inputMode} maxLength={name === 'indicator' ? 500 : 300} {...shared} />
      )}
      <ProblemLine id={name} problem={words.problem} />
    </div>
  );
}
