/** What the ledger is, where it stands now, and how anybody checks it. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { reportsText } from '../text.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  return { locale, head: await app.reports.ledgerHead(), address: app.ground.publicUrl.origin };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: reportsText(loaderData?.locale ?? 'th').ledger.title },
];

export default function Ledger() {
  const { locale, head, address } = useLoaderData<typeof loader>();
  const text = reportsText(locale).ledger;
  return (
    <PublicFrame locale={locale} path="/ledger" narrow>
      <Heading>{text.title}</Heading>
      <p>{text.lead}</p>
      <Heading level={2}>{text.nowHeading}</Heading>
      {head ? (
        <dl className="facts">
          <dt>{text.size}</dt>
          <dd>{head.size.toLocaleString(locale)}</dd>
          <dt>{text.root}</dt>
          <dd>
            <code>{head.root}</code>
          </dd>
          <dt>{text.origin}</dt>
          <dd>
            <code>{head.origin}</code>
          </dd>
          <dt>{text.key}</dt>
          <dd>
            <code>{head.vkey}</code>
          </dd>
          <dt>{text.checkpoint}</dt>
          <dd>
            <a href="/ledger/checkpoint">
              <code>{'/ledger/checkpoint'}</code>
            </a>
          </dd>
        </dl>
      ) : (
        <p className="note">{text.empty}</p>
      )}
      <Heading level={2}>{text.howHeading}</Heading>
      <ol>
        {text.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="command">
        <code>{`npm run verify -- ${address}/ledger`}</code>
      </pre>
      <Heading level={2}>{text.receiptHeading}</Heading>
      <p>{text.receipt}</p>
    </PublicFrame>
  );
}
