/** /office/questions: what centres ask each other, with search. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { questionsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const search = new URL(request.url).searchParams.get('q') ?? '';
  const [questions, centres] = await Promise.all([
    app.questions.list(signedIn, search),
    app.network.listCentres(app.ground.now()),
  ]);
  const name = (id: number) =>
    centres.find((centre) => centre.id === id)?.[locale === 'th' ? 'nameTh' : 'nameEn'] ?? '';
  return {
    locale,
    search,
    mayAsk: app.questions.mayAsk(signedIn),
    rows: questions.map(({ id, title, unitId, askedAt, answers, isVerified }) => ({
      id,
      title,
      centre: name(unitId),
      askedOn: civilDate(askedAt),
      answers,
      isVerified,
    })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function OfficeQuestions() {
  const { locale, search, mayAsk, rows } = useLoaderData<typeof loader>();
  const text = questionsText(locale);
  return (
    <>
      <h1>{text.heading}</h1>
      <p className="soft">{text.lead}</p>
      <div className="row">
        <Form className="copy-line" role="search">
          <input type="search" name="q" defaultValue={search} aria-label={text.search} />
          <button type="submit" className="button">
            {text.search}
          </button>
        </Form>
        {mayAsk ? (
          <Link className="button main" to="/office/questions/new">
            {text.ask}
          </Link>
        ) : null}
      </div>
      {rows.length === 0 ? <p className="card empty">{text.none}</p> : null}
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id} className="card">
            <Link to={`/office/questions/${row.id}`}>{row.title}</Link>
            <p className="row small">
              <span className="soft">
                {row.centre} · {formatDate(row.askedOn, locale, 'short')}
              </span>
              <span className={row.isVerified ? 'tag good' : 'tag'}>
                {row.isVerified ? text.verified : text.answers(row.answers)}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
