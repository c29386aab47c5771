/** /ethics/code: what officials do and do not, by regime and office, for anybody, without script; to print and to download. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Conduct, worded } from '../code.ts';
import type { PublishedCode } from '../read-codes.ts';
import { codesText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = new URL(request.url).searchParams;
  return {
    locale,
    published: await app.ethics.codes.published(locale, {
      regime: asked.get('regime') ?? undefined,
      centre: asked.get('centre') ?? undefined,
    }),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = codesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.public.heading) }, { name: 'description', content: text.public.lead }];
};

export default function PublicCode() {
  const { locale, published } = useLoaderData<typeof loader>();
  const { codes, standards, conduct, regime, centre, centres } = published;
  const text = codesText(locale);
  const words = text.public;
  const say = (th: string, en: string | undefined) => worded(th, en, locale).text;
  const query = new URLSearchParams({
    ...(regime ? { regime: regime.regime } : {}),
    ...(centre ? { centre: centre.code } : {}),
    lang: locale,
  });
  return (
    <PublicFrame locale={locale} path="/ethics/code" narrow>
      <Heading>{words.heading}</Heading>
      <p>{words.lead}</p>
      <form method="get" className="code-filter no-print">
        <div className="field">
          <label htmlFor="regime">{words.regime}</label>
          <select id="regime" name="regime" defaultValue={regime?.regime ?? ''}>
            <option value="">{words.everyRegime}</option>
            {codes.map((code) => (
              <option key={code.regime} value={code.regime}>
                {say(code.nameTh, code.nameEn)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="centre">{words.centre}</label>
          <select id="centre" name="centre" defaultValue={centre?.code ?? ''}>
            <option value="">{words.everyCentre}</option>
            {centres.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button">
          {words.show}
        </button>
      </form>
      {regime ? (
        <p className="note">
          <strong>{say(regime.titleTh, regime.titleEn)}</strong>{' '}
          {regime.issuedOn ? words.dated(formatDate(asCivilDate(regime.issuedOn), locale)) : null}{' '}
          <span className={regime.status === 'confirmed' ? 'tag good' : 'tag warn'}>
            {text.statuses[regime.status]}
          </span>
          <br />
          <span className="small">
            {words.basis}: {say(regime.basisTh, regime.basisEn)}
          </span>
        </p>
      ) : null}
      <p className="row no-print">
        <span>{words.downloads}:</span>
        <a className="button" href={`/ethics/code.pdf?${query}`}>
          {words.pdf}
        </a>
        <a className="button" href={`/ethics/code.xlsx?${query}`}>
          {words.xlsx}
        </a>
      </p>
      {standards.map((standard, at) => (
        <section key={standard.code} aria-labelledby={`standard-${standard.code}`}>
          <h2 id={`standard-${standard.code}`}>
            {at + 1}. <Words>{say(standard.nameTh, standard.nameEn)}</Words>
          </h2>
          <ConductTable
            rows={conduct.filter((one) => one.standard === standard.code)}
            standard={say(standard.nameTh, standard.nameEn)}
            {...{ locale, published }}
          />
        </section>
      ))}
      {standards.some(({ status }) => status === 'unconfirmed') ? (
        <p className="small soft">{words.unconfirmed}</p>
      ) : null}
      <p className="no-print">
        <a href={citizenPath(locale, '/report')}>{words.report}</a>
      </p>
    </PublicFrame>
  );
}

type ConductTableProps = {
  readonly rows: readonly Conduct[];
  readonly standard: string;
  readonly locale: Locale;
  readonly published: Pick<PublishedCode, 'codes' | 'centre'>;
};

function ConductTable({ rows, standard, locale, published }: ConductTableProps) {
  const text = codesText(locale);
  const words = text.public;
  if (rows.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <table className="stacked conduct">
      <caption className="visually-hidden">{words.caption(standard)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.behaviour}</th>
          <th scope="col">{words.example}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const behaviour = worded(row.behaviourTh, row.behaviourEn, locale);
          const example = worded(row.exampleTh, row.exampleEn, locale);
          const regime = published.codes.find((one) => one.regime === row.regime);
          return (
            <tr key={row.id}>
              <td>
                <span className={row.kind === 'do' ? 'tag good' : 'tag warn'}>{text.kinds[row.kind]}</span>
              </td>
              <td lang={behaviour.lang}>{behaviour.text}</td>
              <td>
                <span lang={example.lang}>{example.text}</span>
                {row.unitId !== undefined && published.centre ? (
                  <span className="small soft block">{words.own(published.centre.name)}</span>
                ) : null}
                {regime ? (
                  <span className="small soft block">
                    {words.onlyFor(worded(regime.nameTh, regime.nameEn, locale).text)}
                  </span>
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
