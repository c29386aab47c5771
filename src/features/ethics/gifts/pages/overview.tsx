/** /office/gifts/overview: which centres have filed a half-year, which received nothing, which are missing. */
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
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';
import { type FilingState, filingStates } from '../gift.ts';
import { giftsText } from '../text.ts';
import { GiftsNav } from './gifts-nav.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const year = Number(asked.get('year'));
  const half = asked.get('half');
  const overview = await app.ethics.gifts.overview(signedIn, locale, {
    fiscalYear: year > 2500 && year < 2700 ? year : undefined,
    half: half === '1' ? 1 : half === '2' ? 2 : undefined,
  });
  return data(
    {
      locale,
      overview,
      shown: filingStates.find((state) => state === asked.get('show')),
      isReminded: asked.get('done') === 'remind',
      actId: crypto.randomUUID(),
    },
    { status: overview ? 200 : 403 },
  );
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const half = textOf(form, 'half') === '2' ? 2 : 1;
  const fiscalYear = Number(textOf(form, 'fiscalYear'));
  const outcome = await app.ethics.gifts.remind(signedIn, { id: textOf(form, 'id'), fiscalYear, half });
  return outcome.ok
    ? redirect(`/office/gifts/overview?year=${fiscalYear}&half=${half}&done=remind`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = giftsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.overview.heading) }];
};

const looks: Record<FilingState, string> = {
  filed: 'tag good',
  nothing: 'tag good',
  changed: 'tag warn',
  missing: 'tag',
  late: 'tag late',
};

export default function OverviewPage() {
  const { locale, overview, shown, isReminded, actId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const text = giftsText(locale);
  const words = text.overview;
  if (!overview)
    return (
      <>
        <h1>{words.heading}</h1>
        <GiftsNav locale={locale} seesOverview={false} />
        <p className="note">{words.forbidden}</p>
      </>
    );
  const { period, rows, fiscalYear, presentYear } = overview;
  const count = (state: FilingState) => rows.filter((row) => row.state === state).length;
  const listed = rows.filter(({ state }) => !shown || state === shown);
  const owing = count('missing') + count('late');
  const asked = { year: String(fiscalYear), half: String(period.half) };
  const to = (show?: FilingState) => `?${new URLSearchParams({ ...asked, ...(show ? { show } : {}) })}`;
  const sheet = new URLSearchParams({ ...asked, lang: locale, ...(shown ? { show: shown } : {}) });
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft measure">
        {words.lead(
          text.filing.halves[period.half],
          formatFiscalYear(fiscalYear, locale),
          formatDate(asCivilDate(period.dueOn), locale),
        )}
      </p>
      <GiftsNav locale={locale} seesOverview />
      {isReminded ? (
        <p className="note good" role="status">
          {words.reminded}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <Form method="get" className="row filter short" key={`${fiscalYear} ${period.half}`}>
        <label htmlFor="year">{text.filing.year}</label>
        <select id="year" name="year" defaultValue={fiscalYear}>
          {[presentYear, presentYear - 1, presentYear - 2].map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, locale)}
            </option>
          ))}
        </select>
        <label htmlFor="half">{words.half}</label>
        <select id="half" name="half" defaultValue={period.half}>
          {([1, 2] as const).map((half) => (
            <option key={half} value={half}>
              {text.filing.halves[half]}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {text.filing.show}
        </button>
      </Form>
      <nav className="row state-filter" aria-label={words.state}>
        <Link className="button" to={to()} preventScrollReset aria-current={shown ? undefined : 'true'}>
          {words.all} ({rows.length})
        </Link>
        {filingStates.map((state) => (
          <Link
            key={state}
            className="button"
            to={to(state)}
            preventScrollReset
            aria-current={shown === state ? 'true' : undefined}
          >
            {words.counts[state]} ({count(state)})
          </Link>
        ))}
      </nav>
      <div className="row">
        <a className="button" href={`/office/gifts/overview.xlsx?${sheet}`} download>
          {words.csv}
        </a>
        {overview.mayRemind && owing > 0 ? (
          <Form method="post">
            <input type="hidden" name="id" value={actId} />
            <input type="hidden" name="fiscalYear" value={fiscalYear} />
            <input type="hidden" name="half" value={period.half} />
            <button type="submit" className="button main" disabled={isBusy}>
              {words.remind(owing)}
            </button>
          </Form>
        ) : null}
      </div>
      {listed.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.centre}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.filedAt}</th>
              <th scope="col" className="number">
                {words.gifts}
              </th>
              <th scope="col" className="number">
                {words.value}
              </th>
              <th scope="col" className="number">
                {words.solicitations}
              </th>
              <th scope="col" className="number">
                {words.late}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => (
              <tr key={row.unitId}>
                <td>{row.name}</td>
                <td>
                  <span className={looks[row.state]}>{words.counts[row.state]}</span>
                </td>
                <td>
                  {row.filing ? (
                    <>
                      <span className="stacked-label">{words.filedAt}: </span>
                      {formatDateTime(new Date(row.filing.filedAt), locale)}
                    </>
                  ) : null}
                </td>
                <Amount label={words.gifts} amount={row.filing?.gifts} locale={locale} />
                <Amount label={words.value} amount={row.filing?.valueBaht} locale={locale} />
                <Amount label={words.solicitations} amount={row.filing?.solicitations} locale={locale} />
                <td className="number">
                  {row.late > 0 ? (
                    <span className="late-word">
                      <span className="stacked-label">{words.late}: </span>
                      {row.late}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type AmountProps = {
  readonly label: string;
  readonly amount: number | undefined;
  readonly locale: Locale;
};

function Amount({ label, amount, locale }: AmountProps) {
  return (
    <td className="number">
      {amount === undefined ? null : (
        <>
          <span className="stacked-label">{label}: </span>
          {amount.toLocaleString(locale)}
        </>
      )}
    </td>
  );
}
