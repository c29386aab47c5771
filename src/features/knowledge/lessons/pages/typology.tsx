/** /lessons/:code: one form of corruption: how it goes, how it shows, what was weak, what helps. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lessonsText } from '../text.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const form = (await app.lessons.typologies(locale)).find(({ code }) => code === params['code']);
  if (!form) throw data(null, { status: 404 });
  const { cards } = await app.offences.find({}, locale);
  return {
    locale,
    form,
    offences: form.offences.flatMap((code) => cards.find((card) => card.code === code) ?? []),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; form: { title: string } } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.form.title ?? text.heading) }];
};

export default function TypologyPage() {
  const { locale, form, offences } = useLoaderData<typeof loader>();
  const text = lessonsText(locale);
  return (
    <PublicFrame locale={locale} path={`/lessons/${form.code}`} narrow>
      <p className="small">
        <a href={citizenPath(locale, '/lessons')}>{text.heading}</a>
      </p>
      <Heading>{form.title}</Heading>
      <p className="offence-gist">{form.how}</p>
      {(['signs', 'weak', 'helped'] as const).map((part) => (
        <section key={part}>
          <Heading level={2}>{text[part]}</Heading>
          <ul>
            {form[part].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <Heading level={2}>{text.offences}</Heading>
      <ul>
        {offences.map(({ code, title }) => (
          <li key={code}>
            <a href={citizenPath(locale, `/offences/${code}`)}>
              <Words>{title}</Words>
            </a>
          </li>
        ))}
      </ul>
      <p className="offence-report">
        <a className="button act" href={citizenPath(locale, '/report')}>
          {text.report}
        </a>
      </p>
      {form.status === 'unconfirmed' ? <p className="soft small">{text.unconfirmed}</p> : null}
    </PublicFrame>
  );
}
