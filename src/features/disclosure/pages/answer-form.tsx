/** The centre's own answer: checklist, day, who looks after it, own score. Read-only for everybody else. */
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { ItemView } from '../index.ts';
import { disclosureText } from '../text.ts';

type AnswerFormProps = {
  readonly locale: Locale;
  readonly view: Pick<ItemView, 'line'> & { readonly newId: string };
  readonly isOpen: boolean;
  /** Fields that were refused. */
  readonly fields: readonly string[];
};

export function AnswerForm({ locale, view, isOpen, fields }: AnswerFormProps) {
  const words = disclosureText(locale).item;
  const { item, answer } = view.line;
  const isBusy = useNavigation().state !== 'idle';
  const lineText = (line: (typeof item.checklist)[number]) => (locale === 'en' ? line.textEn : line.textTh);
  const bad = (field: string) => (fields.includes(field) ? true : undefined);
  if (!isOpen)
    return (
      <section className="card stack" aria-labelledby="answer">
        <h2 id="answer">{words.answer}</h2>
        <ul className="plain-list">
          {item.checklist.map((line) => (
            <li key={line.position}>
              {answer?.ticked.includes(line.position) ? '☑' : '☐'} {lineText(line)}
            </li>
          ))}
        </ul>
        <dl className="facts">
          <dt>{words.asOf}</dt>
          <dd>{answer?.asOf ? formatDate(asCivilDate(answer.asOf), locale) : '–'}</dd>
          <dt>{words.owner}</dt>
          <dd>{answer?.owner || '–'}</dd>
          <dt>{words.selfScore}</dt>
          <dd>{answer?.selfScore ?? '–'}</dd>
          {answer?.note ? (
            <>
              <dt>{words.note}</dt>
              <dd>{answer.note}</dd>
            </>
          ) : null}
        </dl>
      </section>
    );
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">{words.answer}</h2>
      <Form method="post">
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="id" value={answer?.id ?? view.newId} />
        <input type="hidden" name="baseRevision" value={answer?.revision ?? 0} />
        <fieldset className="field">
          <legend>{words.checklist}</legend>
          {item.checklist.map((line) => (
            <label className="choice" key={line.position}>
              <input
                type="checkbox"
                name="ticked"
                value={line.position}
                defaultChecked={answer?.ticked.includes(line.position)}
              />
              <span>{lineText(line)}</span>
            </label>
          ))}
        </fieldset>
        <DateField name="asOf" label={words.asOf} locale={locale} defaultValue={answer?.asOf} />
        <div className="field">
          <label htmlFor="owner">{words.owner}</label>
          <p className="hint" id="owner-hint">
            {words.ownerHint}
          </p>
          <input
            id="owner"
            name="owner"
            maxLength={200}
            defaultValue={answer?.owner}
            aria-describedby="owner-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="selfScore">{words.selfScore}</label>
          <p className="hint" id="score-hint">
            {words.selfScoreHint}
          </p>
          <input
            id="selfScore"
            name="selfScore"
            inputMode="numeric"
            maxLength={3}
            defaultValue={answer?.selfScore}
            aria-invalid={bad('selfScore')}
            aria-describedby="score-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="note">{words.note}</label>
          <textarea id="note" name="note" rows={2} maxLength={2000} defaultValue={answer?.note} />
        </div>
        <button type="submit" className="button main" disabled={isBusy}>
          {words.save}
        </button>
      </Form>
    </section>
  );
}
