/** What the system sees of a citizen and what it does not, in plain words. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { reportsText } from '../text.ts';

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.get(pageContext).locale });

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: reportsText(loaderData?.locale ?? 'th').privacy.title },
];

export default function Privacy() {
  const { locale } = useLoaderData<typeof loader>();
  const text = reportsText(locale).privacy;
  return (
    <PublicFrame locale={locale} path="/privacy" narrow>
      <Heading>{text.title}</Heading>
      <p>{text.lead}</p>
      {text.sections.map(({ heading, points }) => (
        <section key={heading}>
          <Heading level={2}>{heading}</Heading>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a className="button act" href={citizenPath(locale, '/report')}>
          {reportsText(locale).home.report}
        </a>
      </p>
    </PublicFrame>
  );
}
