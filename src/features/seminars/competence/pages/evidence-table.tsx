/** The ledger of evidence of one person, the latest first. */
import { ScrollBox } from '#interface/scroll-box.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Evidence } from '../competence.ts';
import { competenceText } from '../text.ts';

type EvidenceTableProps = { readonly evidence: readonly Evidence[]; readonly locale: Locale };

export function EvidenceTable({ evidence, locale }: EvidenceTableProps) {
  const words = competenceText(locale);
  if (evidence.length === 0) return <p className="card empty">{words.noEvidence}</p>;
  const shows = ({ percent, level }: Evidence) =>
    percent !== undefined ? words.percent(percent) : level !== undefined ? words.levelNo(level) : '';
  return (
    <ScrollBox label={words.evidenceCaption}>
      <table>
        <caption>{words.evidenceCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.competency}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((one) => (
            <tr key={one.id}>
              <td>{formatDate(asCivilDate(one.on), locale, 'short')}</td>
              <td>{one.competency}</td>
              <td>
                {words.sources[one.source]} {shows(one)}
                {one.note ? (
                  <>
                    <br />
                    <span className="soft">{one.note}</span>
                  </>
                ) : null}
                {one.href ? (
                  <>
                    {' '}
                    <a href={one.href}>{words.see}</a>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
