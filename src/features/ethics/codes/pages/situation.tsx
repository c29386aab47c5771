/** One situation: what happens, what one could do, and after a wrong choice why it was wrong. */
import { useEffect, useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { Asked } from '../read-pledge.ts';
import { codesText } from '../text.ts';

type SituationProps = {
  readonly asked: Asked;
  readonly at: number;
  readonly all: number;
  readonly locale: Locale;
  readonly id: string;
};

export function Situation({ asked, at, all, locale, id }: SituationProps) {
  const text = codesText(locale).pledge;
  const isBusy = useNavigation().state !== 'idle';
  const feedback = useRef<HTMLDivElement>(null);
  const wrong = asked.wrong?.position;
  // On a telephone the reason stands above what was pressed: bring it into sight, and to the screen reader.
  useEffect(() => {
    if (wrong !== undefined) feedback.current?.focus();
  }, [wrong]);
  return (
    <section className="card situation" aria-labelledby="situation">
      <p className="small soft">
        {text.step(at, all)} · {text.about(asked.standard)}
      </p>
      <h2 id="situation">{asked.situation}</h2>
      {asked.wrong ? (
        <div className="note bad" ref={feedback} tabIndex={-1} role="alert">
          <p>
            <strong>{text.wrong}</strong> {asked.wrong.why}
          </p>
          <p>{text.again}</p>
        </div>
      ) : null}
      <Form method="post">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="scenarioId" value={asked.id} />
        <fieldset>
          <legend>{text.choose}</legend>
          {asked.options.map(({ position, text: option }) => (
            <label className="choice" key={position}>
              <input type="radio" name="position" value={position} required /> <span>{option}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button act" disabled={isBusy}>
          {text.answer}
        </button>
      </Form>
    </section>
  );
}
