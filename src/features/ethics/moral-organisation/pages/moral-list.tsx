/** /office/moral: self-assessments of a fiscal year, own centre and below, with the year before and the picture by kind. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { levels, moralStates } from '../moral.ts';
import type { MoralRow } from '../read-moral.ts';
import { rollUp } from '../roll-up.ts';
import { moralText } from '../text.ts';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];
const states = ['none', ...moralStates] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const year = Number(asked.get('year'));
  return {
    locale,
    list: await app.ethics.moral.list(signedIn, locale, year > 2500 && year < 2700 ? year : undefined),
    shown: states.find((state) => state === asked.get('state')),
    id: crypto.randomUUID(),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const outcome = await app.ethics.moral.begin(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
  });
  return outcome.ok
    ? redirect(`/office/moral/${outcome.value.id}`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = moralText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function MoralList() {
  const { locale, list, shown, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = moralText(locale);
  const { rows, frame, fiscalYear, presentYear } = list;
  const names = (locale === 'en' ? frame?.levelsEn : frame?.levelsTh) ?? [];
  const stateOf = (row: MoralRow) => row.assessment?.state ?? 'none';
  const count = (state: string) => rows.filter((row) => stateOf(row) === state).length;
  const asked = { year: String(fiscalYear) };
  const to = (state?: string) => `?${new URLSearchParams({ ...asked, ...(state ? { state } : {}) })}`;
  const file = new URLSearchParams({ ...asked, lang: locale, ...(shown ? { state: shown } : {}) });
  const listed = rows.filter((row) => !shown || stateOf(row) === shown);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <div className="row">
          <a className="button" href={`${locale === 'en' ? '/en' : ''}/ethics/moral`}>
            {text.publicPage}
          </a>
          <Link className="button" to="/office/moral/frame">
            {text.frameLink}
          </Link>
        </div>
      </div>
      <p className="soft measure">{text.lead(formatFiscalYear(fiscalYear, locale))}</p>
      {frame ? (
        <p className="small">
          {text.thresholds(frame.middleFrom, frame.highFrom)}{' '}
          <span className={frame.status === 'confirmed' ? 'tag good' : 'tag warn'}>
            {text.statuses[frame.status]}
          </span>
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      {list.toBegin.map((unit) => (
        <Form method="post" key={unit.id} className="row">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="unitId" value={unit.id} />
          <button type="submit" className="button act" disabled={isBusy}>
            {text.begin(unit.name)}
          </button>
        </Form>
      ))}
      <Form method="get" className="row filter short" key={fiscalYear}>
        <label htmlFor="year">{text.year}</label>
        <select id="year" name="year" defaultValue={fiscalYear}>
          {[presentYear, presentYear - 1, presentYear - 2].map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, locale)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {text.show}
        </button>
      </Form>
      <h2>{text.rollUp}</h2>
      <table className="stacked">
        <caption className="visually-hidden">{text.rollUp}</caption>
        <thead>
          <tr>
            <th scope="col">{text.kind}</th>
            {levels.map((level) => (
              <th scope="col" className="number" key={level}>
                {names[level - 1]}
              </th>
            ))}
            <th scope="col" className="number">
              {text.notYet}
            </th>
          </tr>
        </thead>
        <tbody>
          {rollUp(rows).map((row) => (
            <tr key={row.kind}>
              <th scope="row">{text.kinds[row.kind]}</th>
              {levels.map((level) => (
                <td className="number" key={level} data-label={names[level - 1]}>
                  {row.levels[level]}
                </td>
              ))}
              <td className="number" data-label={text.notYet}>
                {row.notYet}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav className="row state-filter" aria-label={text.filter}>
        <Link className="button" to={to()} preventScrollReset aria-current={shown ? undefined : 'true'}>
          {text.all} ({rows.length})
        </Link>
        {states.map((state) => (
          <Link
            key={state}
            className="button"
            to={to(state)}
            preventScrollReset
            aria-current={shown === state ? 'true' : undefined}
          >
            {text.states[state]} ({count(state)})
          </Link>
        ))}
      </nav>
      <div className="row">
        <a className="button" href={`/office/moral/memo.pdf?${file}`} download>
          {text.memo}
        </a>
        <a className="button" href={`/office/moral/list.xlsx?${file}`} download>
          {text.xlsx}
        </a>
      </div>
      {listed.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.centre}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.level}</th>
              <th scope="col" className="number">
                {text.percent}
              </th>
              <th scope="col" className="number">
                {text.before}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ unitId, name, assessment, before }) => (
              <tr key={unitId}>
                <td>{assessment ? <Link to={`/office/moral/${assessment.id}`}>{name}</Link> : name}</td>
                <td>
                  <span className={assessment?.level ? 'tag good' : 'tag'}>
                    {text.states[assessment?.state ?? 'none']}
                  </span>
                </td>
                <td>{assessment?.level ? names[assessment.level - 1] : null}</td>
                <td
                  className="number"
                  {...(assessment?.percent === undefined ? {} : { 'data-label': text.percent })}
                >
                  {assessment?.percent === undefined ? null : text.percentOf(assessment.percent.toFixed(2))}
                </td>
                <td className="number" {...(before ? { 'data-label': text.before } : {})}>
                  {before ? text.percentOf(before.percent.toFixed(2)) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
