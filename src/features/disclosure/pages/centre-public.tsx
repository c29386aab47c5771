/** /disclosure/:code: what a centre has published, by year, with the date and the hash of each file. For anybody. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { PublishedPaper } from '../publishing/list-published.ts';
import { disclosureText } from '../text.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const code = params['code'] ?? '';
  const view = await app.disclosure.listPapers(code, locale);
  return data({ locale, code, view }, { status: view ? 200 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: Awaited<ReturnType<typeof loader>>['data'] }) => {
  const text = disclosureText(loaderData?.locale ?? 'th');
  const name = loaderData?.view ? text.public.of(loaderData.view.centre.name) : text.public.heading;
  return [{ title: text.title(name) }];
};

export default function PublicCentre() {
  const { locale, code, view } = useLoaderData<typeof loader>();
  const text = disclosureText(locale);
  const words = text.public;
  const byYear = [...Map.groupBy(view?.papers ?? [], ({ fiscalYear }) => fiscalYear)];
  return (
    <PublicFrame locale={locale} path={`/disclosure/${code}`} narrow>
      <p className="small">
        <a href={citizenPath(locale, '/disclosure')}>{words.heading}</a>
      </p>
      <Heading>{view ? words.of(view.centre.name) : words.heading}</Heading>
      {view ? <p>{words.proofLead}</p> : <p className="card empty">{words.notFound}</p>}
      {view && byYear.length === 0 ? <p className="card empty">{words.noneOf}</p> : null}
      {byYear.map(([year, papers]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{text.year(year)}</h2>
          {papers.map((paper) => (
            <Paper key={`${paper.kind} ${paper.period}`} locale={locale} paper={paper} />
          ))}
        </section>
      ))}
    </PublicFrame>
  );
}

function Paper({ locale, paper }: { readonly locale: Locale; readonly paper: PublishedPaper }) {
  const text = disclosureText(locale);
  const words = text.public;
  const name = `${text.fills[paper.kind]} · ${text.periods[paper.period]}`;
  return (
    <article className="card stack">
      <h3>{name}</h3>
      <Version locale={locale} name={name} version={paper} />
      {paper.earlier.length > 0 ? (
        <details>
          <summary>{words.earlier}</summary>
          {paper.earlier.map((version) => (
            <Version key={version.version} locale={locale} name={name} version={version} />
          ))}
        </details>
      ) : null}
    </article>
  );
}

type VersionProps = {
  readonly locale: Locale;
  readonly name: string;
  readonly version: Pick<PublishedPaper, 'version' | 'publishedAt' | 'pdf' | 'xlsx'>;
};

function Version({ locale, name, version: { version, publishedAt, pdf, xlsx } }: VersionProps) {
  const { public: words, formats } = disclosureText(locale);
  const link = (path: string, label: string) => (
    <a href={path} aria-label={`${name} ${label}`}>
      {label}
    </a>
  );
  return (
    <>
      <p className="small soft">{words.published(formatDateTime(new Date(publishedAt), locale), version)}</p>
      <p className="row">
        {link(pdf.path, words.pdf(sizeOf(pdf.size)))}
        {link(xlsx.path, words.xlsx(sizeOf(xlsx.size)))}
      </p>
      <details className="small">
        <summary>{words.proof}</summary>
        <p className="mono">
          {formats.pdf} {pdf.sha256}
        </p>
        <p className="mono">
          {formats.xlsx} {xlsx.sha256}
        </p>
      </details>
    </>
  );
}

const sizeOf = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} kB`;
