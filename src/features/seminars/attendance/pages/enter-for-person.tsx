/** Two small forms below a person's story: a correction with its reason, an apology that was told to an organiser. */
import { Form } from 'react-router';
import type { PersonStory } from '#features/seminars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { attendanceText, sessionName } from '../text.ts';

type EnterProps = {
  readonly locale: Locale;
  readonly sessions: PersonStory['sessions'];
  readonly ids: { readonly correct: string; readonly apologise: string };
};

export function EnterForPerson({ locale, sessions, ids }: EnterProps) {
  const { person: text } = attendanceText(locale);
  const picker = (id: string) => (
    <div className="field">
      <label htmlFor={id}>{text.session}</label>
      <select id={id} name="session">
        {sessions.map((session) => (
          <option key={session.key} value={session.key}>
            {sessionName(session, locale)}
          </option>
        ))}
      </select>
    </div>
  );
  const reason = (id: string) => (
    <div className="field">
      <label htmlFor={id}>{text.reason}</label>
      <input id={id} name="reason" maxLength={500} required minLength={3} />
    </div>
  );
  return (
    <div className="grid">
      <Form method="post" className="card">
        <h3>{text.correct}</h3>
        <p className="hint">{text.correctHint}</p>
        <input type="hidden" name="intent" value="correct" />
        <input type="hidden" name="id" value={ids.correct} />
        {picker('correct-session')}
        <fieldset>
          <legend className="visually-hidden">{text.correct}</legend>
          <label className="choice">
            <input type="radio" name="present" value="yes" defaultChecked />
            <span>{text.present}</span>
          </label>
          <label className="choice">
            <input type="radio" name="present" value="no" />
            <span>{text.absent}</span>
          </label>
        </fieldset>
        {reason('correct-reason')}
        <button type="submit" className="button main">
          {text.save}
        </button>
      </Form>
      <Form method="post" className="card">
        <h3>{text.apologise}</h3>
        <input type="hidden" name="intent" value="apologise" />
        <input type="hidden" name="id" value={ids.apologise} />
        {picker('apology-session')}
        {reason('apology-reason')}
        <button type="submit" className="button">
          {text.saveApology}
        </button>
      </Form>
    </div>
  );
}
