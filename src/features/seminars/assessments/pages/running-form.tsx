/** A page of questions as one plain form, and the page after the last, where one looks over what is open and hands in. */
import { Heading } from '#interface/heading.tsx';
import { formatTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { questionsOnPage } from '../test.ts';
import { assessmentsText } from '../text.ts';
import type { Running } from '../view-attempt.ts';
import { QuestionField } from './question-field.tsx';

type RunningFormProps = {
  readonly locale: Locale;
  readonly running: Running;
  readonly now: Date;
  readonly id: string;
};

export function RunningForm({ locale, running, now, id }: RunningFormProps) {
  const text = assessmentsText(locale).take;
  const { page, pages, answered } = running;
  const until = new Date(running.until);
  const left = Math.floor((until.getTime() - now.getTime()) / 60_000);
  const done = answered.filter(Boolean).length;
  return (
    <>
      <div className="test-head">
        <p className={left < 0 ? 'note bad' : left < 5 ? 'note warn' : 'note'} role="status">
          {left < 0 ? text.late : text.until(formatTime(until, locale), left)}
        </p>
        <progress value={done} max={answered.length} aria-label={text.answeredOf(done, answered.length)} />
        <p className="small soft">
          {page <= pages ? `${text.page(page, pages)} · ` : ''}
          {text.answeredOf(done, answered.length)}
        </p>
      </div>
      {page <= pages ? (
        <form method="post" action="?">
          <input type="hidden" name="step" value="save" />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="attempt" value={running.attemptId} />
          <input type="hidden" name="page" value={page} />
          {running.questions.map((question) => (
            <QuestionField key={question.place} locale={locale} question={question} />
          ))}
          <p className="row">
            <button type="submit" className="button main">
              {text.next}
            </button>
            {page > 1 ? (
              <a className="button quiet" href={`?page=${page - 1}`}>
                {text.previous}
              </a>
            ) : null}
          </p>
        </form>
      ) : (
        <HandIn {...{ locale, running }} />
      )}
    </>
  );
}

function HandIn({ locale, running }: Pick<RunningFormProps, 'locale' | 'running'>) {
  const text = assessmentsText(locale).take;
  const open = running.answered.flatMap((isAnswered, place) => (isAnswered ? [] : [place]));
  return (
    <section className="card stack" aria-labelledby="check">
      <Heading level={2} id="check">
        {text.checkHeading}
      </Heading>
      {open.length === 0 ? (
        <p>{text.allAnswered}</p>
      ) : (
        <>
          <p>{text.open}</p>
          <ul className="open-questions">
            {open.map((place) => (
              <li key={place}>
                <a href={`?page=${Math.floor(place / questionsOnPage) + 1}#q${place}`}>
                  {text.goTo(place + 1)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <form method="post" action="?">
        <input type="hidden" name="step" value="finish" />
        <input type="hidden" name="attempt" value={running.attemptId} />
        <p className="hint">{text.finishHint}</p>
        <p className="row">
          <button type="submit" className="button act">
            {text.finish}
          </button>
          <a className="button quiet" href={`?page=${running.pages}`}>
            {text.previous}
          </a>
        </p>
      </form>
    </section>
  );
}
