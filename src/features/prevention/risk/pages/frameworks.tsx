/** /office/risks/frameworks: how risks are assessed, every version; the ministry enters the next one. */
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Framework } from '../framework.ts';
import { frameworkText } from '../framework-text.ts';
import { riskText } from '../text.ts';
import { FrameworkForm } from './framework-form.tsx';
import { readFramework } from './read-framework.ts';
import { nameIn } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, ...(await app.risks.frameworks(signedIn)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 128 * 1024);
  if (!form) return data({ ok: false as const, code: 'fields' as const, fields: [] }, { status: 409 });
  const { all } = await app.risks.frameworks(signedIn);
  const answer = await app.risks.enterFramework(signedIn, readFramework(form, all));
  if (answer.ok) return redirect('/office/risks/frameworks?done=framework');
  return data(answer, { status: answer.code === 'forbidden' ? 403 : 409 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(frameworkText(loaderData?.locale ?? 'th').heading) }];
};

export default function Frameworks() {
  const { locale, all, mayEnter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [query] = useSearchParams();
  const text = riskText(locale);
  const words = frameworkText(locale);
  const codes = [...new Set(all.map(({ code }) => code))];
  const next = mayEnter ? all.find(({ code }) => code === query.get('next')) : undefined;
  return (
    <>
      <p className="small">
        <Link to="/office/risks">{text.map.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {query.get('done') === 'framework' ? (
        <p className="note good" role="status">
          {text.done.framework}
        </p>
      ) : null}
      {answer && !answer.ok ? (
        <div className="note bad" role="alert">
          <p>{words.problems[answer.code]}</p>
          {answer.code === 'scheme' ? (
            <ul>
              {answer.faults.map((fault) => (
                <li key={fault}>{words.faults[fault]}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {next ? (
        <FrameworkForm key={`${next.code} ${next.version}`} {...{ locale, framework: next }} />
      ) : (
        codes.map((code) => {
          const [newest, ...older] = all.filter((framework) => framework.code === code);
          return (
            <section className="card" key={code} aria-labelledby={`framework-${code}`}>
              <h2 id={`framework-${code}`}>{newest!.name[locale]}</h2>
              <Scheme framework={newest!} locale={locale} />
              {mayEnter ? (
                <p>
                  <Link className="button" to={`?next=${code}`}>
                    {words.next}
                  </Link>
                </p>
              ) : null}
              {older.length > 0 ? (
                <details>
                  <summary>{words.older}</summary>
                  {older.map((framework) => (
                    <div key={framework.version}>
                      <h3>{framework.name[locale]}</h3>
                      <Scheme framework={framework} locale={locale} />
                    </div>
                  ))}
                </details>
              ) : null}
            </section>
          );
        })
      )}
      {mayEnter ? null : <p className="note">{words.readOnly}</p>}
    </>
  );
}

function Scheme({ framework, locale }: { readonly framework: Framework; readonly locale: Locale }) {
  const text = riskText(locale);
  const words = frameworkText(locale);
  const { scheme } = framework;
  const reached = scheme.bands.filter(({ from }) => from !== null);
  return (
    <>
      <p className="row small">
        <span className={framework.status === 'confirmed' ? 'tag good' : 'tag warn'}>
          {text[framework.status]}
        </span>
        <span>{text.version(framework.version)}</span>
        <span>{text.start.force(framework.fromYear, framework.toYear)}</span>
        <span>{framework.kinds.map((kind) => text.kinds[kind]).join(', ')}</span>
      </p>
      <p className="small soft">
        {words.closings(framework.mapDue, framework.halfCloses, framework.yearCloses)}
        <br />
        {words.treatFrom(nameIn(scheme.bands, scheme.treatFrom, locale))}
      </p>
      <div className="two-columns">
        {(['likelihood', 'impact'] as const).map((axis) => (
          <div key={axis}>
            <h3>{scheme[axis].name[locale]}</h3>
            <ol>
              {scheme[axis].levels.map((level) => (
                <li key={level.th}>{level[locale]}</li>
              ))}
            </ol>
          </div>
        ))}
        <div>
          <h3>{words.bands}</h3>
          <ul className="plain-list">
            {scheme.bands.map((band) => (
              <li key={band.code}>
                <span className={`risk-band tone-${band.tone}`}>{band.name[locale]}</span>{' '}
                <span className="small soft">
                  {band.from === null ? words.byControl : words.from(band.from)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{words.domains}</h3>
          <ul>
            {scheme.domains.map(({ code, name }) => (
              <li key={code}>{name[locale]}</li>
            ))}
          </ul>
        </div>
      </div>
      {scheme.afterControl ? (
        <table>
          <caption className="small">{words.controlTable}</caption>
          <thead>
            <tr>
              <th scope="col">{text.fields.controlQuality}</th>
              {reached.map(({ code, name }) => (
                <th scope="col" key={code}>
                  {name[locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scheme.controls.map((control) => (
              <tr key={control.code}>
                <th scope="row">{control.name[locale]}</th>
                {reached.map((band) => (
                  <td key={band.code}>
                    {nameIn(scheme.bands, scheme.afterControl?.[control.code]?.[band.code], locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <dl className="facts">
        <dt>{words.basis}</dt>
        <dd lang="th">{framework.basis}</dd>
        <dt>{words.source}</dt>
        <dd>{framework.source}</dd>
      </dl>
    </>
  );
}
