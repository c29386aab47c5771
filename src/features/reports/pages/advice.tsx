/** /advice: what asking for advice on ethics is, and the ways to do it. For officers who have no account, too. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { reportsText } from '../text.ts';

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.get(pageContext).locale });

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: reportsText(loaderData?.locale ?? 'th').advice.title },
];

export default function Advice() {
  const { locale } = useLoaderData<typeof loader>();
  const text = reportsText(locale).advice;
  const to = (path: string) => citizenPath(locale, path);
  return (
    <PublicFrame locale={locale} path="/advice" narrow>
      <Heading>{text.heading}</Heading>
      <p>{text.lead}</p>
      <div className="doors">
        <a className="button act" href={to('/advice/ask')}>
          <span>
            <Words>{text.ask}</Words>
          </span>
          <small>{text.askHint}</small>
        </a>
        <a className="button" href={to('/ethics/questions')}>
          <span>
            <Words>{text.questions}</Words>
          </span>
          <small>{text.questionsHint}</small>
        </a>
      </div>
      <Heading level={2}>{text.howHeading}</Heading>
      <ul>
        {text.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href={to('/follow')}>{text.follow}</a> · <a href={to('/report')}>{text.report}</a> ·{' '}
        <a href="/office/objections">{text.objection}</a>
      </p>
    </PublicFrame>
  );
}
