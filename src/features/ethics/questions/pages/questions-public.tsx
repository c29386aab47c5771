/** /ethics/questions: what officers asked and were answered, for everybody; searched by a plain form, no script. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { ShownQuestion } from '../read-questions.ts';
import { questionsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const query = new URL(request.url).searchParams;
  const search = (query.get('q') ?? '').slice(0, 200);
  const standard = (query.get('standard') ?? '').slice(0, 40);
  return {
    locale,
    search,
    standard,
    ...(await app.ethics.questions.published(locale, { search, standard })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = questionsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function QuestionsPublic() {
  const { locale, search, standard, questions, standards } = useLoaderData<typeof loader>();
  const text = questionsText(locale);
  const isFiltered = search !== '' || standard !== '';
  return (
    <PublicFrame locale={locale} path="/ethics/questions" narrow>
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <form method="get">
        <div className="field">
          <label htmlFor="q">{text.search}</label>
          <p className="hint" id="q-hint">
            {text.searchHint}
          </p>
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={search}
            maxLength={200}
            aria-describedby="q-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="standard">{text.standard}</label>
          <select id="standard" name="standard" defaultValue={standard}>
            <option value="">{text.allStandards}</option>
            {standards.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <p className="row">
          <button type="submit" className="button main">
            {text.find}
          </button>
          {isFiltered ? <a href={citizenPath(locale, '/ethics/questions')}>{text.clear}</a> : null}
        </p>
      </form>
      {questions.length > 0 ? (
        <p className="soft">{text.found(questions.length)}</p>
      ) : (
        <p className="card">{isFiltered ? text.noneFound : text.none}</p>
      )}
      {questions.map((question) => (
        <Answered key={question.id} question={question} locale={locale} />
      ))}
      <p className="soft small">{text.noAdvice}</p>
      <p>
        <a className="button" href={citizenPath(locale, '/advice')}>
          {text.ask}
        </a>
      </p>
    </PublicFrame>
  );
}

function Answered({ question, locale }: { readonly question: ShownQuestion; readonly locale: Locale }) {
  const text = questionsText(locale);
  const { language, standards, sections } = question;
  return (
    <article className="card" id={question.id}>
      <h2 lang={language}>
        <Words>{question.question}</Words>
      </h2>
      {language === locale ? null : <p className="soft small">{text.thaiOnly}</p>}
      {question.answer.split(/\n+/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one answer never change places
        <p key={at} lang={language}>
          {paragraph}
        </p>
      ))}
      {sections.length > 0 ? (
        <p>
          {text.law}:{' '}
          {sections.map(({ code, number, title }, at) => (
            <span key={`${code}/${number}`}>
              {at > 0 ? ' · ' : null}
              <a
                href={citizenPath(locale, `/laws/${code}/${encodeURIComponent(number.replaceAll('/', '.'))}`)}
              >
                {text.section(title, number)}
              </a>
            </span>
          ))}
        </p>
      ) : null}
      {standards.length > 0 ? (
        <p className="soft small">
          {text.standards}: {standards.map(({ name }) => name).join(' · ')}
        </p>
      ) : null}
      <p className="soft small">{text.published(formatDate(asCivilDate(question.publishedOn), locale))}</p>
    </article>
  );
}
