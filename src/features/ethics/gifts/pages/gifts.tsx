/** /office/gifts: what waits for the officer's decision, what she reported, and for who keeps it the centre's register. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { GiftLine } from '../gift.ts';
import { giftsText } from '../text.ts';
import { GiftTags } from './gift-tags.tsx';
import { GiftsNav } from './gifts-nav.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const lists = await app.ethics.gifts.list(signedIn, locale);
  return {
    locale,
    ...lists,
    fiscalYear: fiscalYearOf(civilDate(app.ground.now())),
    seesOverview: await app.ethics.gifts.seesOverview(signedIn),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = giftsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Gifts() {
  const { locale, own, toDecide, centre, fiscalYear, seesOverview } = useLoaderData<typeof loader>();
  const text = giftsText(locale);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <Link className="button act" to="/office/gifts/new">
          {text.report}
        </Link>
      </div>
      <p className="soft measure">{text.lead}</p>
      <GiftsNav {...{ locale, seesOverview }} />
      {toDecide.length > 0 ? (
        <section aria-labelledby="to-decide">
          <h2 id="to-decide">{text.sections.toDecide}</h2>
          <GiftTable gifts={toDecide} locale={locale} labelledBy="to-decide" withReporter />
        </section>
      ) : null}
      <section aria-labelledby="own">
        <h2 id="own">{text.sections.own}</h2>
        {own.length === 0 ? (
          <p className="card empty">{text.ownNone}</p>
        ) : (
          <GiftTable gifts={own} locale={locale} labelledBy="own" />
        )}
      </section>
      {centre ? (
        <section aria-labelledby="centre">
          <h2 id="centre">{text.sections.centre(formatFiscalYear(fiscalYear, locale))}</h2>
          {centre.length === 0 ? (
            <p className="card empty">{text.centreNone}</p>
          ) : (
            <GiftTable gifts={centre} locale={locale} labelledBy="centre" withReporter />
          )}
        </section>
      ) : null}
    </>
  );
}

type GiftTableProps = {
  readonly gifts: readonly GiftLine[];
  readonly locale: Locale;
  readonly labelledBy: string;
  readonly withReporter?: boolean;
};

function GiftTable({ gifts, locale, labelledBy, withReporter = false }: GiftTableProps) {
  const text = giftsText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <table className="stacked gift-list" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{text.columns.item}</th>
          {withReporter ? <th scope="col">{text.columns.reporter}</th> : null}
          <th scope="col" className="number">
            {text.columns.value}
          </th>
          <th scope="col">{text.columns.verdict}</th>
          <th scope="col">{text.columns.state}</th>
          <th scope="col">{text.columns.due}</th>
        </tr>
      </thead>
      <tbody>
        {gifts.map((gift) => (
          <tr key={gift.id}>
            <td>
              <Link to={`/office/gifts/${gift.id}`}>{gift.item}</Link>
              <div className="small soft">{text.from(gift.giver, day(gift.receivedOn))}</div>
            </td>
            {withReporter ? (
              <td>
                {gift.reporter}
                <div className="small soft">{gift.unitName}</div>
              </td>
            ) : null}
            <td className="number">{text.baht(gift.valueBaht)}</td>
            <td>{text.verdicts[gift.verdict]}</td>
            <td>
              <GiftTags gift={gift} locale={locale} />
            </td>
            <td>
              {gift.decideDueOn && !gift.decision ? (
                <span className={gift.isLate ? 'late-word' : undefined}>
                  <span className="stacked-label">{text.columns.due}: </span>
                  {day(gift.decideDueOn)}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
