/** /scan: the page at the door, installable, alive without network. The island draws it; without script it says what to do. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { pageContext } from '#main/page-context.ts';
import { doorText } from '../island/words.ts';
import sheet from './scan.css?url';

export const links = () => [
  { rel: 'manifest', href: '/scan/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/scan/icon.svg' },
  { rel: 'stylesheet', href: sheet },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { island } = context.get(pageContext);
  return { script: island('scan'), worker: island('scan-worker') };
}

export const meta = () => [{ title: doorText('th').name }, { name: 'theme-color', content: '#1f2a63' }];

export default function Scan() {
  const { script, worker } = useLoaderData<typeof loader>();
  const text = doorText('th');
  return (
    <>
      <main id="scan" className="narrow door" data-worker={worker}>
        <h1>{text.heading}</h1>
        <p id="loading">{text.loading}</p>
        <p id="cannot" className="note bad" hidden>
          {text.cannot}
        </p>
        <noscript>
          <p className="note bad">{text.noScript}</p>
        </noscript>
      </main>
      <script type="module" src={script} async />
    </>
  );
}
