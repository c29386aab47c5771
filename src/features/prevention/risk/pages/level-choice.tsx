/** The levels of an axis as a row of choices: click, arrows, or the digit itself. */
import type { KeyboardEvent } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import type { Axis } from '../framework.ts';
import { riskText } from '../text.ts';

type Props = {
  readonly locale: Locale;
  readonly name: string;
  readonly axis: Axis;
  readonly value: number | undefined;
  readonly onChange: (level: number) => void;
  readonly isMissing?: boolean;
  /** Sets forms apart that stand on one page. */
  readonly prefix?: string;
};

export function LevelChoice({ locale, name, axis, value, onChange, isMissing, prefix = '' }: Props) {
  const words = riskText(locale).editor;
  const byDigit = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const level = Number(event.key);
    if (!axis.levels[level - 1] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onChange(level);
    event.currentTarget.querySelector<HTMLInputElement>(`input[value="${level}"]`)?.focus();
  };
  return (
    <fieldset className="levels" onKeyDown={byDigit}>
      <legend>
        {words.levelBy(axis.name[locale])}
        {isMissing ? <span className="tag warn gap">{words.missing}</span> : null}
      </legend>
      <div className="level-row">
        {axis.levels.map((level, at) => (
          <label key={level.th} title={level[locale]}>
            <input
              type="radio"
              name={name}
              id={`${prefix}${name}-${at + 1}`}
              value={at + 1}
              checked={value === at + 1}
              onChange={() => onChange(at + 1)}
            />
            <span>{at + 1}</span>
          </label>
        ))}
      </div>
      <p className="hint">{value ? axis.levels[value - 1]?.[locale] : ' '}</p>
    </fieldset>
  );
}
