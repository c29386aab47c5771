/** /lessons: forms of corruption, and the lessons that the ministry has opened to the public. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lessonsText } from '../text.ts';
import { Paragraphs } from './paragraphs.tsx';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const [forms, lessons] = await Promise.all([app.lessons.typologies(locale), app.lessons.published()]);
  return { locale, forms: forms.map(({ code, title, how }) => ({ code, title, how })), lessons };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function LessonsPublic() {
  const { locale, forms, lessons } = useLoaderData<typeof loader>();
  const text = lessonsText(locale);
  return (
    <PublicFrame locale={locale} path="/lessons">
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <ul className="offences">
        {forms.map((form) => (
          <li key={form.code} className="card">
            <h2>
              <a href={citizenPath(locale, `/lessons/${form.code}`)}>
                <Words>{form.title}</Words>
              </a>
            </h2>
            <p>{form.how}</p>
          </li>
        ))}
      </ul>
      <Heading level={2}>{text.fromCentres}</Heading>
      {lessons.length === 0 ? <p className="soft">{text.noPublic}</p> : null}
      {lessons.map((lesson) => (
        <details key={lesson.id} className="card lesson">
          <summary>
            <Words>{lesson.title}</Words>
          </summary>
          {(['happened', 'signs', 'weak', 'helped'] as const).map((field) => (
            <section key={field}>
              <h3>{field === 'happened' ? text.how : text[field]}</h3>
              <Paragraphs>{lesson[field]}</Paragraphs>
            </section>
          ))}
        </details>
      ))}
    </PublicFrame>
  );
}
