/** /laws/:code/text/:page: the whole text of a law, page by page. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addressOfSection } from '../section-address.ts';
import { lawsText } from '../text.ts';
import { LawMissing } from './law-missing.tsx';
import { LawHeading, lawTitle, type TitledLaw } from './law-title.tsx';
import { Provision } from './provision.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const read = await app.laws.textPage(params['code'] ?? '', Number(params['page'] ?? '1'));
  if (!read) return data({ locale, found: undefined }, { status: 404 });
  const { law, headings, pages, page, texts, sections } = read;
  const first = pages[page - 1]!;
  const last = (pages[page] ?? sections.length) - 1;
  const found = {
    code: law.code,
    title: law.title,
    yearBE: law.yearBE,
    unit: law.unit,
    preamble: page === 1 ? law.preamble : '',
    page,
    pages: pages.length,
    texts: texts.map(({ section, paragraphs }) => ({
      number: section.number,
      paragraphs,
      // A heading without sections of its own stands above the next heading that has some.
      headings: headings
        .filter((_, at) => {
          const next = headings.slice(at).find(({ position }) => position !== null)?.position;
          return next === section.position && next >= first && next <= last;
        })
        .map(({ id, label, title }) => ({ id, label, title })),
    })),
  };
  return data({ locale, found }, { status: 200 });
}

type Loaded = { locale: Locale; found: (TitledLaw & { page: number; pages: number }) | undefined };

export const meta = ({ loaderData }: { loaderData?: Loaded }) => {
  const locale = loaderData?.locale ?? 'th';
  const text = lawsText(locale).library;
  const found = loaderData?.found;
  return [
    { title: found ? `${lawTitle(locale, found)} · ${text.page(found.page, found.pages)}` : text.missing },
  ];
};

export default function LawTextPage() {
  const { locale, found } = useLoaderData<typeof loader>();
  if (!found) return <LawMissing locale={locale} />;
  const text = lawsText(locale).library;
  const { code, page, pages } = found;
  const to = (path: string) => citizenPath(locale, `/laws/${code}${path}`);
  const turn = (
    <nav className="row" aria-label={text.page(page, pages)}>
      {page > 1 ? <a href={to(`/text/${page - 1}`)}>{text.previousPage}</a> : null}
      <span className="soft">{text.page(page, pages)}</span>
      {page < pages ? <a href={to(`/text/${page + 1}`)}>{text.nextPage}</a> : null}
    </nav>
  );
  return (
    <PublicFrame locale={locale} path={`/laws/${code}/text/${page}`} narrow>
      <p className="small soft">
        <a href={citizenPath(locale, '/laws')}>{text.heading}</a>
        {' · '}
        <a href={to('')}>{text.contents}</a>
      </p>
      <LawHeading locale={locale} law={found} />
      {turn}
      {found.preamble === '' ? null : (
        <div className="provision soft" lang="th">
          {found.preamble.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {found.texts.map(({ number, paragraphs, headings }) => (
        <section key={number} className="law-section">
          {headings.map(({ id, label, title }) => (
            <h2 key={id} lang="th">
              <Words>{`${label} ${title}`.trim()}</Words>
            </h2>
          ))}
          <h3>
            <a href={to(`/${addressOfSection(number)}`)}>{text.section(found.unit, number)}</a>
          </h3>
          <Provision paragraphs={paragraphs} />
        </section>
      ))}
      {turn}
    </PublicFrame>
  );
}
