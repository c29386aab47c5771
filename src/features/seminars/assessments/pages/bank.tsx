/** /office/question-bank: questions by words, competency and kind; what is shown can be downloaded. */
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import seminarStyles from '#interface/styles/seminars.css?url';
import testStyles from '#interface/styles/tests.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { type BankQuery, readBankQuery } from '../bank-query.ts';
import { questionKinds } from '../question.ts';
import { assessmentsText } from '../text.ts';
import { languageOf, wordsIn } from './question-field.tsx';

export const links = () => [
  { rel: 'stylesheet', href: seminarStyles },
  { rel: 'stylesheet', href: testStyles },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = readBankQuery(new URL(request.url).searchParams);
  const bank = await app.assessments.bank.list(signedIn, asked);
  return data({ locale, asked, bank });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = assessmentsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.bank.heading) }];
};

const here = '/office/question-bank';

function queryOf({ search, competency, kind, retired }: BankQuery): string {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (competency) query.set('competency', competency);
  if (kind) query.set('kind', kind);
  if (retired) query.set('retired', '1');
  return query.size > 0 ? `?${query}` : '';
}

export default function Bank() {
  const { locale, asked, bank } = useLoaderData<typeof loader>();
  const { bank: text, kinds, difficulties } = assessmentsText(locale);
  const query = queryOf(asked);
  const nameOf = (code: string) => {
    const found = bank.competencies.find((competency) => competency.code === code);
    return found ? `${code} ${locale === 'en' ? found.nameEn : found.nameTh}` : code;
  };
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {bank.keepers.length > 0 ? (
          <>
            <Link className="button act" to={`${here}/new`}>
              {text.make}
            </Link>
            <Link className="button" to={`${here}/import`}>
              {text.import}
            </Link>
          </>
        ) : null}
      </div>
      <p className="soft">{text.lead}</p>
      <form method="get" className="seminar-filter" aria-label={text.filters} key={query}>
        <label>
          {text.search}
          <input type="search" name="q" defaultValue={asked.search} maxLength={200} />
        </label>
        <label>
          {text.competency}
          <select name="competency" defaultValue={asked.competency}>
            <option value="">{text.allCompetencies}</option>
            {bank.competencies.map(({ code }) => (
              <option key={code} value={code}>
                {nameOf(code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.kind}
          <select name="kind" defaultValue={asked.kind}>
            <option value="">{text.allKinds}</option>
            {questionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <input type="checkbox" name="retired" value="1" defaultChecked={asked.retired} />
          {text.retired}
        </label>
        <button type="submit" className="button">
          {text.show}
        </button>
      </form>
      {bank.questions.length === 0 ? (
        <div className="card empty">
          {query ? (
            <p>
              {text.noneFound} <Link to={here}>{text.clear}</Link>
            </p>
          ) : (
            <>
              <p>
                <strong>{text.none}</strong>
              </p>
              <p>{text.noneBody}</p>
            </>
          )}
        </div>
      ) : (
        <>
          <table className="stacked">
            <caption className="small soft">{text.caption(bank.questions.length)}</caption>
            <thead>
              <tr>
                <th scope="col">{text.question}</th>
                <th scope="col">{text.kind}</th>
                <th scope="col">{text.competency}</th>
                <th scope="col">{text.difficulty}</th>
              </tr>
            </thead>
            <tbody>
              {bank.questions.map(({ id, draft, isShared, isRetired }) => (
                <tr key={id}>
                  <td>
                    <Link to={`${here}/${id}`} lang={languageOf(draft.stem, locale)}>
                      {wordsIn(draft.stem, locale)}
                    </Link>{' '}
                    {isShared ? <span className="tag deep">{text.shared}</span> : null}{' '}
                    {isRetired ? <span className="tag">{text.isRetired}</span> : null}
                  </td>
                  <td>{kinds[draft.kind]}</td>
                  <td>
                    {draft.competencies.map((code) => (
                      <div key={code}>{nameOf(code)}</div>
                    ))}
                  </td>
                  <td>{difficulties[draft.difficulty]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="row">
            <a className="button" href={`${here}/questions.csv${query}`} download>
              {text.csv}
            </a>
            <a className="button" href={`${here}/questions.gift${query}`} download>
              {text.gift}
            </a>
          </p>
        </>
      )}
    </>
  );
}
