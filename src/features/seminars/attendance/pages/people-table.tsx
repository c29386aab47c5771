/** The people of the board as filtered, each with the session shown and the share so far. */
import { Link } from 'react-router';
import type { Board } from '#features/seminars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { attendanceText } from '../text.ts';

type PeopleTableProps = {
  readonly locale: Locale;
  readonly board: Pick<Board, 'people' | 'shown' | 'planned'>;
  /** Address of the attendance pages. */
  readonly base: string;
};

export function PeopleTable({ locale, board, base }: PeopleTableProps) {
  const { board: text } = attendanceText(locale);
  if (board.people.length === 0) return <p className="card empty">{text.none}</p>;
  return (
    <table className="stacked">
      <caption className="visually-hidden">{text.people}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.centre}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">{text.share}</th>
        </tr>
      </thead>
      <tbody>
        {board.people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link to={`${base}/people/${person.id}`} lang="th">
                {person.name}
              </Link>
            </th>
            <td>{person.centre}</td>
            <td>
              <StateTag locale={locale} person={person} shown={board.shown} />
            </td>
            <td>
              {text.shareOf(person.attended, board.planned, person.percent)}{' '}
              {person.reaches ? <span className="tag good">{text.enough}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type StateTagProps = {
  readonly locale: Locale;
  readonly person: Board['people'][number];
  readonly shown: string | undefined;
};

function StateTag({ locale, person, shown }: StateTagProps) {
  const { board: text } = attendanceText(locale);
  if (shown && person.present.includes(shown)) return <span className="tag good">{text.isIn}</span>;
  if (person.state !== 'confirmed') return <span className="tag">{text.notSeated}</span>;
  if (shown && person.excused.includes(shown)) return <span className="tag deep">{text.isExcused}</span>;
  return <span className="tag warn">{text.isMissing}</span>;
}
