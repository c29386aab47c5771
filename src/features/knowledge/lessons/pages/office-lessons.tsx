/** /office/lessons: what waits for the officer's check, her own, and what the network has learned; with search. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { LessonCard } from '../lesson.ts';
import { lessonsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const search = new URL(request.url).searchParams.get('q') ?? '';
  const [views, topics] = await Promise.all([
    app.lessons.list(signedIn, search),
    app.cases.listTopics(civilDate(app.ground.now())),
  ]);
  const cards = (wanted: (view: (typeof views)[number]) => boolean): LessonCard[] =>
    views
      .filter(wanted)
      .map(({ lesson: { id, title, topic, state, audience } }) => ({ id, title, topic, state, audience }));
  return {
    locale,
    search,
    mayWrite: app.lessons.centresOf(signedIn).length > 0,
    topics: Object.fromEntries(
      topics.map((topic) => [topic.code, locale === 'th' ? topic.nameTh : topic.nameEn]),
    ),
    toCheck: cards(({ lesson, mayDecide }) => mayDecide && lesson.state === 'submitted'),
    mine: cards(({ isMine, lesson }) => isMine && lesson.state !== 'published'),
    published: cards(({ lesson }) => lesson.state === 'published'),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

export default function OfficeLessons() {
  const { locale, search, mayWrite, topics, toCheck, mine, published } = useLoaderData<typeof loader>();
  const words = lessonsText(locale).office;
  const list = (heading: string, cards: readonly LessonCard[]) =>
    cards.length === 0 ? null : (
      <section>
        <h2>{heading}</h2>
        <ul className="plain-list">
          {cards.map((card) => (
            <li key={card.id} className="card">
              <Link to={`/office/lessons/${card.id}`}>{card.title}</Link>
              <p className="row small">
                <span className="soft">{topics[card.topic] ?? card.topic}</span>
                <span className={card.state === 'published' ? 'tag good' : 'tag warn'}>
                  {words.states[card.state]}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      <div className="row">
        <Form className="copy-line" role="search">
          <input type="search" name="q" defaultValue={search} aria-label={words.search} />
          <button type="submit" className="button">
            {words.search}
          </button>
        </Form>
        <Link className="button" to="/office/offences">
          {words.offences}
        </Link>
        {mayWrite ? (
          <Link className="button main" to="/office/lessons/new">
            {words.write}
          </Link>
        ) : null}
      </div>
      {list(words.toCheck, toCheck)}
      {list(words.mine, mine)}
      {list(words.published, published)}
      {toCheck.length + mine.length + published.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : null}
    </>
  );
}
