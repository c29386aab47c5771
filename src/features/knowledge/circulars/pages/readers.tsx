/** "Who has read it": a tile for every addressed centre, the same as a table, and a reminder for those that owe. */
import { useState } from 'react';
import { Form, Link } from 'react-router';
import type { CircularView, Reader } from '#features/knowledge/circulars/index.ts';
import { asCivilDate, civilDate, daysBetween } from '#platform/calendar/civil-date.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type ReaderState, readerStates } from '../circular.ts';
import { circularsText } from '../text.ts';
import { StateTag } from './state-tag.tsx';

type ReadersProps = {
  readonly locale: Locale;
  readonly view: CircularView;
  readonly readers: readonly Reader[];
  readonly shown: ReaderState | undefined;
  readonly today: string;
};

export function Readers({ locale, view, readers, shown, today }: ReadersProps) {
  const text = circularsText(locale);
  const count = (state: ReaderState) => readers.filter((reader) => reader.state === state).length;
  const owing = count('waiting') + count('late');
  const listed = readers.filter((reader) => !shown || reader.state === shown);
  const days = daysBetween(civilDate(new Date(view.issuedAt)), asCivilDate(today));
  const query = new URLSearchParams({ lang: locale, ...(shown ? { show: shown } : {}) });
  const [reminderId] = useState(() => (typeof window === 'undefined' ? '' : crypto.randomUUID()));
  return (
    <section aria-labelledby="readers">
      <h2 id="readers">{text.readers.heading}</h2>
      <nav className="row state-filter" aria-label={text.readers.filter}>
        <Link className="button" to="?" preventScrollReset aria-current={shown ? undefined : 'true'}>
          {text.readers.all} ({readers.length})
        </Link>
        {readerStates
          .filter((state) => view.answerDueOn || state === 'waiting' || state === 'acknowledged')
          .map((state) => (
            <Link
              key={state}
              className="button"
              to={`?show=${state}`}
              preventScrollReset
              aria-current={shown === state ? 'true' : undefined}
            >
              {text.states[state]} ({count(state)})
            </Link>
          ))}
      </nav>
      <ul className="reader-tiles">
        {readers.map((reader) => (
          <li
            key={reader.unitId}
            title={reader.name}
            className={`tile ${reader.state}${shown && reader.state !== shown ? ' dim' : ''}`}
          >
            <span>{reader.short}</span>
            <small>{text.tiles[reader.state]}</small>
          </li>
        ))}
      </ul>
      <div className="row">
        <a className="button" href={`/office/circulars/${view.id}/readers.csv?${query}`}>
          {text.readers.csv}
        </a>
        {view.mayRemind && owing > 0 ? (
          <Form method="post" encType="multipart/form-data">
            <input type="hidden" name="intent" value="remind" />
            <input type="hidden" name="id" value={reminderId} suppressHydrationWarning />
            <button type="submit" className="button" aria-describedby="remind-hint">
              {text.readers.remind(owing)}
            </button>
          </Form>
        ) : null}
      </div>
      {view.mayRemind && owing > 0 ? (
        <p className="hint" id="remind-hint">
          {text.readers.remindHint}
        </p>
      ) : null}
      <details key={shown ?? 'all'} open={shown !== undefined}>
        <summary>{text.readers.table}</summary>
        {listed.length === 0 ? <p className="card empty">{text.readers.none}</p> : null}
        {listed.length > 0 ? (
          <table className="stacked">
            <thead>
              <tr>
                <th scope="col">{text.columns.centre}</th>
                <th scope="col">{text.columns.state}</th>
                <th scope="col">{text.columns.by}</th>
                <th scope="col">{text.columns.answer}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((reader) => (
                <tr key={reader.unitId}>
                  <td>{reader.name}</td>
                  <td>
                    <StateTag state={reader.state} locale={locale} />
                  </td>
                  <td>
                    {reader.acknowledgedAt ? (
                      <>
                        {reader.acknowledgedBy}
                        <div className="small soft">
                          {formatDateTime(new Date(reader.acknowledgedAt), locale)}
                        </div>
                      </>
                    ) : (
                      <span className="soft">{text.readers.waitingDays(days)}</span>
                    )}
                  </td>
                  <td>
                    {reader.answer ? <span className="kept-lines">{reader.answer.text}</span> : null}{' '}
                    {reader.answer?.fileName ? (
                      <a href={`/office/circulars/${view.id}/answers/${reader.answer.id}/file`}>
                        {text.view.openAnswer}
                      </a>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </details>
    </section>
  );
}
