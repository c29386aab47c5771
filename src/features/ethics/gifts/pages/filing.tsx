/** /office/gifts/filing: the totals of both halves, filed in one click, with the papers to sign. */
import {
  type ActionFunctionArgs,
  data,
  Form,
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
import type { CentreFiling, HalfView } from '../file-half-year.ts';
import { type Figures, type FilingState, noFigures } from '../gift.ts';
import { sumOf } from '../gift-rules.ts';
import { giftsText } from '../text.ts';
import { GiftsNav } from './gifts-nav.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const year = Number(asked.get('year'));
  const page = await app.ethics.gifts.filing(signedIn, locale, year > 2500 && year < 2700 ? year : undefined);
  return {
    locale,
    page,
    /** Made here, one for each half: the same click twice is one filing. */
    ids: Object.fromEntries(
      page.centres.flatMap(({ unitId, halves }) =>
        halves.map(({ half }) => [`${unitId} ${half}`, crypto.randomUUID()]),
      ),
    ),
    isDone: asked.get('done') === 'file',
    seesOverview: await app.ethics.gifts.seesOverview(signedIn),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await request.formData();
  const fiscalYear = Number(textOf(form, 'fiscalYear'));
  const outcome = await app.ethics.gifts.file(signedIn, {
    id: textOf(form, 'id'),
    unitId: Number(textOf(form, 'unitId')),
    fiscalYear,
    half: textOf(form, 'half') === '2' ? 2 : 1,
    isNothing: textOf(form, 'intent') === 'nothing',
  });
  return outcome.ok
    ? redirect(`/office/gifts/filing?year=${fiscalYear}&done=file`)
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = giftsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.filing.heading) }];
};

export default function Filing() {
  const { locale, page, ids, isDone, seesOverview } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = giftsText(locale);
  const { filing } = text;
  const years = [page.presentYear + 1, page.presentYear, page.presentYear - 1, page.presentYear - 2];
  return (
    <>
      <h1>{filing.heading}</h1>
      <p className="soft measure">{filing.lead}</p>
      <GiftsNav {...{ locale, seesOverview }} />
      {isDone ? (
        <p className="note good" role="status">
          {filing.done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
      <Form method="get" className="row filter short">
        <label htmlFor="year">{filing.year}</label>
        <select id="year" name="year" defaultValue={page.fiscalYear} key={page.fiscalYear}>
          {[...new Set([...years.slice(1), page.fiscalYear])].map((year) => (
            <option key={year} value={year}>
              {formatFiscalYear(year, locale)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {filing.show}
        </button>
      </Form>
      {page.centres.length === 0 ? <p className="card empty">{filing.noCentre}</p> : null}
      {page.centres.map((centre) => (
        <Centre key={centre.unitId} {...{ centre, ids, locale }} fiscalYear={page.fiscalYear} />
      ))}
      <p className="small soft filing-basis">
        {filing.dates}: {locale === 'th' ? page.basis.th : page.basis.en}{' '}
        {page.basis.status === 'unconfirmed' ? <span className="tag warn">{text.unconfirmed}</span> : null}
      </p>
    </>
  );
}

type CentreProps = {
  readonly centre: CentreFiling;
  readonly ids: Readonly<Record<string, string>>;
  readonly fiscalYear: number;
  readonly locale: Locale;
};

function Centre({ centre, ids, fiscalYear, locale }: CentreProps) {
  const text = giftsText(locale);
  const both = centre.halves.flatMap(({ filing }) => filing ?? []);
  return (
    <section aria-labelledby={`centre-${centre.unitId}`}>
      <h2 id={`centre-${centre.unitId}`}>
        {centre.name} <span className="small soft">{formatFiscalYear(fiscalYear, locale)}</span>
      </h2>
      <div className="filing-halves">
        {centre.halves.map((half) => (
          <Half key={half.half} {...{ half, centre, ids, fiscalYear, locale }} />
        ))}
      </div>
      {both.length === 2 ? (
        <details>
          <summary>{text.filing.total}</summary>
          <FigureTable figures={sumOf(both)} caption={text.filing.total} locale={locale} />
        </details>
      ) : null}
      {centre.mayFile ? null : <p className="soft small">{text.filing.cannotFile}</p>}
    </section>
  );
}

const looks: Record<FilingState, string> = {
  filed: 'tag good',
  nothing: 'tag good',
  changed: 'tag warn',
  missing: 'tag',
  late: 'tag late',
};

function Half({ half, centre, ids, fiscalYear, locale }: CentreProps & { readonly half: HalfView }) {
  const text = giftsText(locale);
  const { filing } = text;
  const isBusy = useNavigation().state !== 'idle';
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  const isEmpty = half.live.gifts === 0 && half.live.solicitations === 0;
  const needsFiling = half.state === 'missing' || half.state === 'late' || half.state === 'changed';
  const query = new URLSearchParams({
    unit: String(centre.unitId),
    year: String(fiscalYear),
    half: String(half.half),
    lang: locale,
  });
  return (
    <div className="card">
      <h3>{filing.halves[half.half]}</h3>
      <p>
        <span className={looks[half.state]}>
          {half.isBegun || half.filing ? filing.states[half.state] : filing.notBegun}
        </span>{' '}
        <span className={half.state === 'late' ? 'late-word' : 'soft'}>{filing.due(day(half.dueOn))}</span>
      </p>
      <p className="small soft">
        {filing.period(day(half.from), day(half.to))}
        {half.filing ? ` · ${filing.filedAt(formatDateTime(new Date(half.filing.filedAt), locale))}` : null}
      </p>
      {isEmpty ? null : (
        <FigureTable figures={half.live} caption={filing.halves[half.half]} locale={locale} />
      )}
      {centre.mayFile && half.isBegun && needsFiling ? (
        <Form method="post">
          <input type="hidden" name="id" value={ids[`${centre.unitId} ${half.half}`]} />
          <input type="hidden" name="unitId" value={centre.unitId} />
          <input type="hidden" name="fiscalYear" value={fiscalYear} />
          <input type="hidden" name="half" value={half.half} />
          <button
            type="submit"
            name="intent"
            value={isEmpty ? 'nothing' : 'file'}
            className="button act"
            disabled={isBusy}
          >
            {isEmpty ? filing.nothing : half.state === 'changed' ? filing.fileAgain : filing.file}
          </button>
          {half.state === 'changed' ? <p className="hint">{filing.changedHint}</p> : null}
        </Form>
      ) : null}
      {half.filing ? (
        <>
          <p className="row">
            <a className="button" href={`/office/gifts/filing/memo.pdf?${query}`} download>
              {filing.memo}
            </a>
            <a className="button" href={`/office/gifts/filing/report.xlsx?${query}`} download>
              {filing.sheet}
            </a>
          </p>
          <p className="hint">{filing.papersHint}</p>
        </>
      ) : null}
    </div>
  );
}

type FigureTableProps = { readonly figures: Figures; readonly caption: string; readonly locale: Locale };

function FigureTable({ figures, caption, locale }: FigureTableProps) {
  const { filing } = giftsText(locale);
  return (
    <table>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{filing.figure}</th>
          <th scope="col">{filing.amount}</th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(noFigures) as (keyof Figures)[]).map((name) => (
          <tr key={name}>
            <td>{filing.figures[name]}</td>
            <td className="number">{figures[name].toLocaleString(locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
