/** Scans of which door and system thought differently, for an organiser to look into. */
import { Link } from 'react-router';
import type { Board } from '#features/seminars/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { attendanceText } from '../text.ts';

type DifferencesProps = {
  readonly locale: Locale;
  readonly board: Pick<Board, 'differences' | 'seminar'>;
};

export function Differences({ locale, board }: DifferencesProps) {
  const { board: text, verdicts } = attendanceText(locale);
  if (board.differences.length === 0) return null;
  return (
    <details>
      <summary>
        {text.differences} ({board.differences.length})
      </summary>
      <p>{text.differencesLead}</p>
      <table className="stacked">
        <caption className="visually-hidden">{text.differences}</caption>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.atDoor}</th>
            <th scope="col">{text.atServer}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.device}</th>
          </tr>
        </thead>
        <tbody>
          {board.differences.map((scan) => (
            <tr key={scan.id}>
              <th scope="row">
                {scan.registrationId ? (
                  <Link
                    to={`/office/seminars/${board.seminar.id}/attendance/people/${scan.registrationId}`}
                    lang="th"
                  >
                    {scan.name}
                  </Link>
                ) : (
                  text.nobody
                )}
              </th>
              <td>{scan.deviceVerdict ? verdicts[scan.deviceVerdict] : null}</td>
              <td>
                <strong>{verdicts[scan.serverVerdict]}</strong>
              </td>
              <td>{formatDateTime(new Date(scan.at), locale)}</td>
              <td>{scan.deviceName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
