/** What the parser found in a text and is unsure of, and what the import would change or has changed. */
import type { Locale } from '#platform/text/messages.ts';
import type { ImportReport } from '../law.ts';
import { lawsText } from '../text.ts';

/** Doubts shown; a text with more is not the text of a law. */
const MOST_DOUBTS = 100;

export function LawImportReport({
  locale,
  report,
}: {
  readonly locale: Locale;
  readonly report: ImportReport;
}) {
  const { office: text, doubts, library } = lawsText(locale);
  const list = (numbers: readonly string[]) => (numbers.length === 0 ? text.none : numbers.join(', '));
  return (
    <section className="card stack">
      <h2>{text.reportHeading}</h2>
      <p>
        <strong lang="th">{report.title}</strong>
        {report.yearBE && (locale === 'en' || !report.title.includes(library.year(report.yearBE)))
          ? ` · ${library.year(report.yearBE)}`
          : null}
        <br />
        {text.outcomes[report.outcome]}
      </p>
      <p>
        {text.sections}: {report.sections} · {text.headings}: {report.headings}
      </p>
      {report.outcome === 'changed' ? (
        <ul className="plain-list">
          {(['added', 'changed', 'removed'] as const).map((kind) => (
            <li key={kind} className={report[kind].length === 0 ? 'soft' : undefined}>
              {text[kind]}
              {': '}
              <strong>{list(report[kind])}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      <h3>{text.doubts}</h3>
      {report.doubts.length === 0 ? <p>{text.noDoubts}</p> : null}
      <ul>
        {report.doubts.slice(0, MOST_DOUBTS).map(({ line, code, about }) => (
          <li key={`${line}-${code}-${about}`}>
            {text.line(line)}
            {about === '' ? null : ` (${about})`}: {doubts[code]}
          </li>
        ))}
      </ul>
    </section>
  );
}
