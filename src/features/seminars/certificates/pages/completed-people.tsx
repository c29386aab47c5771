/** Who has completed the seminar, and what the others lack. */
import { Link } from 'react-router';
import type { CertificatesView } from '#features/seminars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { completions } from '../certificate.ts';
import { certificatesText } from '../text.ts';

type PeopleProps = { readonly locale: Locale; readonly view: CertificatesView };

export function CompletedPeople({ locale, view }: PeopleProps) {
  const { people: text, completions: words } = certificatesText(locale);
  return (
    <section aria-labelledby="completed">
      <h3 id="completed">{text.heading}</h3>
      {view.attendees.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <>
          <ul className="plain-list row">
            {completions
              .filter((one) => view.counts[one] > 0)
              .map((one) => (
                <li key={one}>
                  <span className={one === 'complete' ? 'tag good' : 'tag warn'}>{words[one]}</span>{' '}
                  {text.count(view.counts[one])}
                </li>
              ))}
          </ul>
          <details>
            <summary>{text.show}</summary>
            <table className="stacked">
              <caption className="visually-hidden">{text.heading}</caption>
              <thead>
                <tr>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.centre}</th>
                  <th scope="col">{text.attendance}</th>
                  {view.hasTest ? <th scope="col">{text.test}</th> : null}
                  <th scope="col">{text.result}</th>
                </tr>
              </thead>
              <tbody>
                {view.attendees.map((person) => (
                  <tr key={person.id}>
                    <th scope="row">
                      <Link
                        to={`/office/seminars/${view.seminar.id}/attendance/people/${person.id}`}
                        lang="th"
                      >
                        {person.name}
                      </Link>
                    </th>
                    <td>{person.centre}</td>
                    <td>{text.share(person.attended, person.planned, person.percent)}</td>
                    {view.hasTest ? (
                      <td>{person.testPercent === undefined ? '' : text.percent(person.testPercent)}</td>
                    ) : null}
                    <td>
                      <span className={person.completion === 'complete' ? 'tag good' : 'tag warn'}>
                        {words[person.completion]}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
