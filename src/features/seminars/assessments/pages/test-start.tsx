/** Before a test: how long, until when, and the button that starts it. */
import { Words } from '#interface/heading.tsx';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { assessmentsText } from '../text.ts';
import type { TestView } from '../view-attempt.ts';

type TestStartProps = { readonly locale: Locale; readonly view: TestView; readonly id: string };

export function TestStart({ locale, view, id }: TestStartProps) {
  const { test, stage, size, triesLeft, results } = view;
  const text = assessmentsText(locale).take;
  const facts = text.facts;
  if (stage === 'closed')
    return results.length > 0 ? null : (
      <p className="note">
        <Words>{text.notTaken}</Words>
      </p>
    );
  if (triesLeft === 0) return null;
  const when = (date: Date) => formatDateTime(new Date(date), locale);
  return (
    <section className="card stack">
      <dl className="facts">
        <dt>{facts.size}</dt>
        <dd>{facts.questions(size)}</dd>
        <dt>{facts.time}</dt>
        <dd>{test.minutes === undefined ? facts.noLimit : facts.minutes(test.minutes)}</dd>
        <dt>{facts.tries}</dt>
        <dd>{facts.triesLeft(triesLeft)}</dd>
        <dt>{facts.open}</dt>
        <dd>{when(test.opensAt)}</dd>
        <dt>{facts.until}</dt>
        <dd>{when(test.closesAt)}</dd>
        {view.enough === undefined ? null : (
          <>
            <dt>{facts.enough}</dt>
            <dd>{facts.enoughValue(view.enough)}</dd>
          </>
        )}
      </dl>
      <p>
        <Words>{text.how}</Words>
      </p>
      {stage === 'open' ? (
        <form method="post">
          <input type="hidden" name="step" value="start" />
          <input type="hidden" name="id" value={id} />
          <button type="submit" className="button act">
            {results.length > 0 ? text.startAgain : text.start}
          </button>
        </form>
      ) : (
        <p className="note">
          <Words>{text.before}</Words>
        </p>
      )}
    </section>
  );
}
