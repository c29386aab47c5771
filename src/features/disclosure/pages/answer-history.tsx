/** The way of an answer so far: who did what when, with the remark, the appeal and its outcome. */
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { ItemView } from '../index.ts';
import { disclosureText } from '../text.ts';

export function AnswerHistory({
  locale,
  steps,
}: {
  readonly locale: Locale;
  readonly steps: ItemView['steps'];
}) {
  const words = disclosureText(locale).item;
  if (steps.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <ol className="plain-list rows">
        {steps.map(({ id, step, words: said, by, at }) => (
          <li key={id}>
            <strong>{words.taken[step]}</strong>{' '}
            <span className="small soft">
              {by} · {formatDateTime(new Date(at), locale)}
            </span>
            {said ? <p>{said}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
