/** The fields of an answer to a look at a plan, for the participant and for the superior. */
import { useId } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { learningText } from '../../learning/text.ts';
import { doneWords } from '../follow-up.ts';

type AnswerFieldsProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly step: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly isWrong: boolean;
};

export function AnswerFields({ locale, id, step, typed, isWrong }: AnswerFieldsProps) {
  const words = learningText(locale).plan;
  const made = useId();
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={step} />
      <fieldset className="field">
        <legend>{words.question(step)}</legend>
        {doneWords.map((word) => (
          <label key={word} className="choice">
            <input
              type="radio"
              name="done"
              value={word}
              required
              aria-invalid={isWrong || undefined}
              defaultChecked={typed['done'] === word}
            />
            <span>{words.doneWords[word]}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={made}>{words.note}</label>
        <textarea id={made} name="note" rows={2} maxLength={1000} defaultValue={typed['note']} />
      </div>
    </>
  );
}
