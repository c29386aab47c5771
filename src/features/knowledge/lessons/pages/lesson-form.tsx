/** The form in which a lesson is written, or mended after it came back. */
import { Form } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { HandInAnswer } from '../hand-in-lesson.ts';
import { lessonTexts } from '../lesson.ts';
import { lessonsText } from '../text.ts';

type Option = { readonly value: string; readonly name: string };
export type LessonFormProps = {
  readonly id: string;
  readonly locale: Locale;
  readonly centres: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  readonly topics: readonly Option[];
  readonly forms: readonly Option[];
  readonly answer: HandInAnswer | undefined;
  readonly from?: { readonly [field in (typeof lessonTexts)[number] | 'topic']: string } & {
    readonly typology: string | undefined;
    readonly revision: number;
  };
};

export function LessonForm({ id, locale, centres, topics, forms, answer, from }: LessonFormProps) {
  const text = lessonsText(locale);
  const words = text.office;
  const wrong = answer && !answer.ok && answer.code === 'fields' ? answer.fields : [];
  return (
    <Form method="post" className="card">
      <input type="hidden" name="id" value={id} />
      {from ? <input type="hidden" name="revision" value={from.revision} /> : null}
      <p className="note">{words.writeHint}</p>
      <div aria-live="polite">
        {answer && !answer.ok ? (
          <div className="note bad">
            <p>{words.problems[answer.code]}</p>
            {answer.code === 'identifying' ? (
              <ul>
                {answer.found.map((one) => (
                  <li key={one.found}>
                    {words.hintKinds[one.kind]}: <strong>{one.found}</strong>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : null}
      </div>
      <div className="two-columns">
        <div className="field">
          <label htmlFor="unitId">{words.centre}</label>
          <select id="unitId" name="unitId">
            {centres.map((centre) => (
              <option key={centre.id} value={centre.id}>
                {centre.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="topic">{words.topic}</label>
          <select id="topic" name="topic" defaultValue={from?.topic}>
            {topics.map((topic) => (
              <option key={topic.value} value={topic.value}>
                {topic.name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="typology">{words.typology}</label>
          <select id="typology" name="typology" defaultValue={from?.typology ?? ''}>
            <option value="">{words.noTypology}</option>
            {forms.map((form) => (
              <option key={form.value} value={form.value}>
                {form.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {lessonTexts.map((field) => (
        <div className="field" key={field}>
          <label htmlFor={field}>{words.fields[field]}</label>
          {field === 'title' ? (
            <input
              id={field}
              name={field}
              defaultValue={from?.[field]}
              maxLength={200}
              required
              aria-invalid={wrong.includes(field) || undefined}
            />
          ) : (
            <textarea
              id={field}
              name={field}
              defaultValue={from?.[field]}
              maxLength={field === 'happened' ? 6000 : 3000}
              required
              aria-invalid={wrong.includes(field) || undefined}
            />
          )}
        </div>
      ))}
      <button type="submit" className="button main">
        {from ? words.mend : words.handIn}
      </button>
    </Form>
  );
}
