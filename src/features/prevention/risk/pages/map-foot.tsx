/** Papers of a map, and the way it went. */
import { Link } from 'react-router';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { riskText } from '../text.ts';
import type { MapView } from '../view-map.ts';

type Props = { readonly locale: Locale; readonly view: MapView };

export function MapPapers({ locale, view }: Props) {
  const { map, centre, risks } = view;
  const text = riskText(locale);
  const words = text.map;
  if (risks.length === 0) return null;
  const at = (file: string) => `/office/risks/${map.id}/${file}`;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{words.papers}</h2>
      <p className="row">
        <a className="button" href={at('memo.pdf')} download>
          {words.memo}
        </a>
        <a className="button" href={at('report.pdf')} download>
          {words.report}
        </a>
        <a className="button" href={at('table.xlsx')} download>
          {words.xlsx}
        </a>
        {map.state === 'approved' ? (
          <>
            <a className="button" href={at('results-6.pdf')} download>
              {words.memoHalf}
            </a>
            <a className="button" href={at('results-12.pdf')} download>
              {words.memoYear}
            </a>
          </>
        ) : null}
        {map.publishedAt ? (
          <a href={`${locale === 'en' ? '/en' : ''}/risks/${centre.code}/${map.fiscalYear}`}>
            {words.publicPage}
          </a>
        ) : null}
      </p>
    </section>
  );
}

export function MapHistory({ locale, view }: Props) {
  const { map, steps, versions } = view;
  const text = riskText(locale);
  const others = versions.filter(({ id }) => id !== map.id);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{text.map.history}</h2>
      <ol className="plain-list rows">
        {steps.map((step) => (
          <li key={step.id}>
            {text.map.historyLine(text.steps[step.step], step.by, formatDateTime(step.at, locale))}
            {step.reason ? (
              <p className="small soft kept-lines" lang="th">
                {step.reason}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <p className="small">
          {text.map.versions}:{' '}
          {others.map(({ id, version, state }) => (
            <Link key={id} to={`/office/risks/${id}`} className="tag">
              {text.version(version)} ({text.states[state]})
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  );
}
