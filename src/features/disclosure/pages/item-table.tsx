/** Every item of a centre's year with where it stands, its evidence, and what is missing. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { isBroken } from '../answers/answer-rules.ts';
import type { CentreView } from '../index.ts';
import { disclosureText } from '../text.ts';
import { AnswerTag } from './disclosure-tags.tsx';

type ItemTableProps = {
  readonly locale: Locale;
  readonly lines: CentreView['lines'];
  readonly path: string;
};

export function ItemTable({ locale, lines, path }: ItemTableProps) {
  const text = disclosureText(locale);
  const words = text.centre;
  return (
    <table className="stacked">
      <caption className="visually-hidden">{words.items}</caption>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.evidence}</th>
          <th scope="col">{words.score}</th>
          <th scope="col">{words.lacks}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ item, answer, links, lacking }) => (
          <tr key={item.code}>
            <th scope="row">
              <Link to={`${path}/${item.code}`}>
                {item.code} {locale === 'en' ? item.nameEn : item.nameTh}
              </Link>
            </th>
            <td data-label={words.state}>
              <AnswerTag answer={answer} locale={locale} />
            </td>
            <td data-label={words.evidence}>
              {words.linkCount(links.length)}
              {links.some(isBroken) ? (
                <>
                  {' '}
                  <span className="tag warn">{text.lacking['broken-links']}</span>
                </>
              ) : null}
            </td>
            <td data-label={words.score}>{answer?.selfScore ?? '–'}</td>
            <td data-label={words.lacks}>
              {lacking.length === 0 ? '–' : lacking.map((one) => text.lacking[one]).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
