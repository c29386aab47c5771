/** /office/risks/:id/ideas: risks of earlier years to copy, what closed cases were about, and forms of the shared library. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import riskStyles from '#interface/styles/risks.css?url';
import { readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { TopicIdeas } from '../suggest-risks.ts';
import { riskText } from '../text.ts';
import { problemOf } from './act-on-map.ts';
import { BandTag } from './state-tag.tsx';

export const links = () => [{ rel: 'stylesheet', href: riskStyles }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const id = params['id'] ?? '';
  const view = await app.risks.view(signedIn, id, locale);
  if (!view) return data({ locale, page: undefined }, { status: 404 });
  const [topics, earlier] = await Promise.all([
    app.risks.suggest(signedIn, id, locale),
    app.risks.listEarlier(signedIn, view.map),
  ]);
  return {
    locale,
    page: {
      map: view.map,
      isOpen: view.may.map,
      scheme: view.framework.scheme,
      topics: topics ?? [],
      earlier: earlier.map(({ risk, fiscalYear, residual }) => ({
        id: risk.id,
        event: risk.event,
        process: risk.process,
        band: risk.band,
        residual: residual?.band,
        fiscalYear,
      })),
    },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 128 * 1024);
  if (!form) return problemOf({ code: 'malformed' });
  const mapId = params['id'] ?? '';
  const outcome = await app.risks.copyFromEarlier(signedIn, {
    mapId,
    riskIds: form.getAll('risk').map(String),
  });
  return outcome.ok ? redirect(`/office/risks/${mapId}?done=copied`) : problemOf(outcome);
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = riskText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.ideas.heading) }];
};

export default function RiskIdeas() {
  const { locale, page } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const text = riskText(locale);
  const words = text.ideas;
  if (!page) return <p className="card empty">{text.problems['not-found']}</p>;
  const { map, isOpen, scheme, topics, earlier } = page;
  return (
    <>
      <p className="small">
        <Link to={`/office/risks/${map.id}`}>{text.mapOfYear(map.kind, map.fiscalYear)}</Link>
      </p>
      <h1>{words.heading}</h1>
      <p className="soft measure">{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem.code]}
        </p>
      ) : null}
      <section aria-labelledby="earlier">
        <h2 id="earlier">{words.earlier}</h2>
        {earlier.length === 0 ? <p className="soft">{words.earlierNone}</p> : null}
        {earlier.length > 0 ? (
          <Form method="post">
            <ul className="plain-list rows">
              {earlier.map((risk) => (
                <li key={risk.id}>
                  <label className="choice">
                    <input type="checkbox" name="risk" value={risk.id} disabled={!isOpen} />
                    <span className="grow">
                      <span lang="th">{risk.event}</span>
                      <small>
                        {words.ofYear(risk.fiscalYear)}
                        {risk.process ? <span lang="th"> · {risk.process}</span> : null}{' '}
                        <BandTag scheme={scheme} band={risk.band} locale={locale} />
                        {risk.residual ? (
                          <>
                            {' → '}
                            <BandTag scheme={scheme} band={risk.residual} locale={locale} />
                          </>
                        ) : null}
                      </small>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            {isOpen ? (
              <button type="submit" className="button main">
                {words.copy}
              </button>
            ) : null}
          </Form>
        ) : null}
      </section>
      <section aria-labelledby="past">
        <h2 id="past">{words.past}</h2>
        <p className="small soft">{words.figures}</p>
        {topics.length === 0 ? <p className="card empty">{words.none}</p> : null}
        {topics.map((topic) => (
          <Topic key={topic.topic} {...{ topic, locale, isOpen, mapId: map.id }} />
        ))}
        <p>
          <Link to="/office/typologies">{words.propose}</Link>
        </p>
      </section>
    </>
  );
}

type TopicProps = {
  readonly topic: TopicIdeas;
  readonly locale: Locale;
  readonly isOpen: boolean;
  readonly mapId: string;
};

function Topic({ topic, locale, isOpen, mapId }: TopicProps) {
  const words = riskText(locale).ideas;
  const told = (count: number | undefined) => count ?? words.few;
  return (
    <section className="card" aria-labelledby={`topic-${topic.topic}`}>
      <h3 id={`topic-${topic.topic}`}>{topic.name}</h3>
      {topic.outcomes.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.outcome}</th>
              <th scope="col">{words.own}</th>
              <th scope="col">{words.peers}</th>
            </tr>
          </thead>
          <tbody>
            {topic.outcomes.map((outcome) => (
              <tr key={outcome.name}>
                <td>{outcome.name}</td>
                <td>{told(outcome.own)}</td>
                <td>{told(outcome.peers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {topic.forms.length === 0 ? <p className="small soft">{words.noForms}</p> : null}
      <ul className="plain-list rows" aria-label={words.forms}>
        {topic.forms.map((form) => (
          <li key={form.code} className="row">
            <span className="grow">
              <strong>{form.title}</strong>
              <span className="small soft block">{form.how}</span>
            </span>
            {form.isMapped ? (
              <span className="tag good">{words.mapped}</span>
            ) : isOpen ? (
              <Link className="button" to={`/office/risks/${mapId}/risk/new?form=${form.code}`}>
                {words.use}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
