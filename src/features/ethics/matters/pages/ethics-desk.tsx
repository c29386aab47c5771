/** /office/ethics: the centre's ethics matters, public questions on their way, and the year's figures. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { QuestionLine } from '../../questions/read-questions.ts';
import { questionsText } from '../../questions/text.ts';
import type { EthicsFigures } from '../figures.ts';
import { matterRoles } from '../matter.policies.ts';
import { mattersText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = Number(new URL(request.url).searchParams.get('year'));
  const [matters, questions, figures] = await Promise.all([
    app.ethics.matters.list(signedIn),
    app.ethics.questions.list(signedIn, locale),
    app.ethics.matters.figures(signedIn, locale, asked > 2500 && asked < 2700 ? asked : undefined),
  ]);
  return {
    locale,
    questions,
    figures,
    keeps: signedIn.appointments.some(({ role }) => matterRoles.includes(role)),
    matters: matters.map(({ id, number, matter, stage, receivedAt }) => ({
      ...{ id, number, matter, stage },
      receivedOn: civilDate(receivedAt),
    })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = mattersText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function EthicsDesk() {
  const { locale, keeps, matters, questions, figures } = useLoaderData<typeof loader>();
  const text = mattersText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <a className="button act" href={locale === 'en' ? '/en/advice/ask' : '/advice/ask'}>
          {text.ask}
        </a>
      </div>
      <p className="soft measure">{keeps ? text.lead : text.noRole}</p>
      {keeps ? (
        <section aria-labelledby="matters">
          <h2 id="matters">{text.mattersHeading}</h2>
          {matters.length === 0 ? (
            <p className="card empty">{text.none}</p>
          ) : (
            <table className="stacked" aria-labelledby="matters">
              <thead>
                <tr>
                  <th scope="col">{text.columns.number}</th>
                  <th scope="col">{text.columns.kind}</th>
                  <th scope="col">{text.columns.stage}</th>
                  <th scope="col">{text.columns.received}</th>
                </tr>
              </thead>
              <tbody>
                {matters.map((matter) => (
                  <tr key={matter.id}>
                    <td>
                      <Link to={`/office/ethics/matters/${matter.id}`}>
                        <span className="mono">{matter.number}</span>
                      </Link>{' '}
                      <Link className="small" to={`/office/cases/${matter.id}`}>
                        {text.open}
                        <span className="visually-hidden"> {matter.number}</span>
                      </Link>
                    </td>
                    <td>{text.kinds[matter.matter]}</td>
                    <td>
                      <span className="tag deep">
                        {text.stages[matter.stage as keyof typeof text.stages]}
                      </span>
                    </td>
                    <td>{day(matter.receivedOn)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ) : null}
      {keeps ? <Questions questions={questions} locale={locale} /> : null}
      <Figures {...figures} locale={locale} />
    </>
  );
}

function Questions({
  questions,
  locale,
}: {
  readonly questions: readonly QuestionLine[];
  readonly locale: Locale;
}) {
  const text = mattersText(locale);
  const { states } = questionsText(locale);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{text.questionsHeading}</h2>
      <p className="soft measure">
        {text.questionsLead}{' '}
        <a href={locale === 'en' ? '/en/ethics/questions' : '/ethics/questions'}>{text.seePublic}</a>
      </p>
      {questions.length === 0 ? (
        <p className="card empty">{text.questionsNone}</p>
      ) : (
        <table className="stacked" aria-labelledby="questions">
          <thead>
            <tr>
              <th scope="col">{text.questionColumns.question}</th>
              <th scope="col">{text.questionColumns.centre}</th>
              <th scope="col">{text.questionColumns.state}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to={`/office/ethics/questions/${one.id}`}>{one.question}</Link>
                </td>
                <td>{one.centre}</td>
                <td>
                  <span className={one.mayDecide ? 'tag warn' : 'tag'}>{states[one.state]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type FiguresProps = {
  readonly fiscalYear: number;
  readonly centres: readonly EthicsFigures[];
  readonly locale: Locale;
};

function Figures({ fiscalYear, centres, locale }: FiguresProps) {
  const text = mattersText(locale).figures;
  const numbers = locale === 'th' ? 'th-TH' : 'en-GB';
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{text.heading(formatFiscalYear(fiscalYear, locale))}</h2>
      <p className="soft measure">{text.lead}</p>
      <form method="get" className="row ethics-nav">
        <label>
          {text.year}{' '}
          <select name="year" defaultValue={fiscalYear}>
            {[fiscalYear - 1, fiscalYear, fiscalYear + 1].map((year) => (
              <option key={year} value={year}>
                {formatFiscalYear(year, locale)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {text.show}
        </button>
        {centres.length > 0 ? (
          <a href={`/office/ethics/figures.xlsx?year=${fiscalYear}&lang=${locale}`}>{text.sheet}</a>
        ) : null}
      </form>
      {centres.length === 0 ? <p className="card empty">{text.none}</p> : null}
      {centres.map((one) => (
        <section key={one.unitId ?? 0} className="card" aria-labelledby={`unit-${one.unitId ?? 0}`}>
          <h3 id={`unit-${one.unitId ?? 0}`}>{one.centre}</h3>
          <dl className="short-facts">
            {one.lines.map(({ what, name, amount }) => (
              <Figure key={what} name={name} value={amount.toLocaleString(numbers)} />
            ))}
          </dl>
          {one.isOwn ? (
            <p>
              <a href={`/office/ethics/memo.pdf?unit=${one.unitId}&year=${fiscalYear}`}>{text.memo}</a>
            </p>
          ) : null}
        </section>
      ))}
    </section>
  );
}

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);
