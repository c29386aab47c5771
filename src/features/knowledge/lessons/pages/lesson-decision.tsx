/** The second person's decision: the checklist and the three ways a lesson may go. */
import { Form } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { checklist, type LessonState } from '../lesson.ts';
import { lessonsText } from '../text.ts';

type LessonDecisionProps = {
  readonly locale: Locale;
  readonly noticeId: string;
  readonly revision: number;
  readonly state: LessonState;
  readonly mayOpenToPublic: boolean;
};

export function LessonDecision({ locale, noticeId, revision, state, mayOpenToPublic }: LessonDecisionProps) {
  const words = lessonsText(locale).office;
  return (
    <Form method="post" className="card">
      <h2>{words.decideHeading}</h2>
      <input type="hidden" name="noticeId" value={noticeId} />
      <input type="hidden" name="revision" value={revision} />
      <fieldset>
        <legend className="visually-hidden">{words.decideHeading}</legend>
        {checklist.map((check) => (
          <label className="choice" key={check}>
            <input type="checkbox" name="checks" value={check} />
            {words.checks[check]}
          </label>
        ))}
      </fieldset>
      {mayOpenToPublic ? (
        <div className="field">
          <label htmlFor="audience">{words.audience}</label>
          <select id="audience" name="audience">
            <option value="officers">{words.audiences.officers}</option>
            <option value="public">{words.audiences.public}</option>
          </select>
        </div>
      ) : null}
      <div className="field">
        <label htmlFor="note">{words.note}</label>
        <textarea id="note" name="note" maxLength={1000} />
      </div>
      <p className="row">
        <button type="submit" name="act" value="publish" className="button main">
          {words.publish}
        </button>
        {state === 'submitted' ? (
          <button type="submit" name="act" value="return" className="button">
            {words.return}
          </button>
        ) : null}
        {state === 'published' ? (
          <button type="submit" name="act" value="withdraw" className="button danger">
            {words.withdraw}
          </button>
        ) : null}
      </p>
    </Form>
  );
}
