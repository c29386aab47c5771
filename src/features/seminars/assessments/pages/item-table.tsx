/** Questions with how easy they were and how well they tell apart, those to be looked at first. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { assessmentsText } from '../text.ts';
import type { ResultsView } from '../view-tests.ts';
import { percentText } from './percent-text.ts';

/** Below this a question hardly tells who knows the rest from who does not. */
const weak = 0.1;

export function ItemTable({
  locale,
  items,
}: {
  readonly locale: Locale;
  readonly items: ResultsView['items'];
}) {
  const text = assessmentsText(locale).results;
  return (
    <table className="stacked">
      <caption className="visually-hidden">{text.items}</caption>
      <thead>
        <tr>
          <th scope="col">{text.question}</th>
          <th scope="col">{text.answers}</th>
          <th scope="col">{text.facility}</th>
          <th scope="col">{text.discrimination}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.questionId}>
            <td>
              {item.stem ? (
                <Link
                  to={`/office/question-bank/${item.questionId}`}
                  lang={locale === 'en' && item.stem.en ? 'en' : 'th'}
                >
                  {(locale === 'en' && item.stem.en) || item.stem.th}
                </Link>
              ) : (
                <span className="soft">{text.hidden}</span>
              )}
            </td>
            <td>{item.answers}</td>
            <td>
              {item.facility === undefined ? (
                <span className="soft">{text.tooFew}</span>
              ) : (
                percentText(item.facility, locale)
              )}
            </td>
            <td>
              {item.discrimination === undefined ? '–' : item.discrimination.toFixed(2)}{' '}
              {item.discrimination !== undefined && item.discrimination < weak ? (
                <span className="tag warn">{text.review}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
