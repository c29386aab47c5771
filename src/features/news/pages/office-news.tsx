/** /office/news: the centre's announcements by state. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { type ItemState, itemStates } from '../news.ts';
import { newsText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const [items, centres] = await Promise.all([
    app.news.listForEditors(signedIn),
    app.network.listCentres(app.ground.now()),
  ]);
  const asked = new URL(request.url).searchParams.get('state');
  const shown = itemStates.find((state) => state === asked);
  const nameOf = (unitId: number) => {
    const centre = centres.find(({ id }) => id === unitId);
    return (locale === 'en' ? centre?.nameEn : centre?.nameTh) ?? '';
  };
  return {
    locale,
    shown,
    mayWrite: items !== undefined,
    counts: itemStates.map((state) => ({
      state,
      count: items?.filter((item) => item.state === state).length ?? 0,
    })),
    items: (items ?? [])
      .filter((item) => (shown ? item.state === shown : item.state !== 'withdrawn'))
      .map((item) => ({ ...item, unitName: nameOf(item.unitId) })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = newsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.heading) }];
};

const tones: Record<ItemState, string> = {
  draft: 'tag',
  scheduled: 'tag warn',
  published: 'tag good',
  archived: 'tag deep',
  withdrawn: 'tag late',
};

export default function OfficeNews() {
  const { locale, shown, mayWrite, counts, items } = useLoaderData<typeof loader>();
  const text = newsText(locale).office;
  if (!mayWrite)
    return (
      <>
        <h1>{text.heading}</h1>
        <div className="note">
          <p>
            <strong>{text.noRight}</strong>
          </p>
          <p>{text.noRightBody}</p>
        </div>
      </>
    );
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        <Link className="button act" to="/office/news/new">
          {text.write}
        </Link>
      </div>
      <p className="soft">{text.lead}</p>
      <nav className="row state-filter" aria-label={text.statesLabel}>
        {counts.map(({ state, count }) => (
          <Link
            key={state}
            className="button"
            to={shown === state ? '/office/news' : `?state=${state}`}
            aria-current={shown === state ? 'true' : undefined}
          >
            {text.states[state]} ({count})
          </Link>
        ))}
      </nav>
      {items.length === 0 ? (
        <p className="card empty">{text.none}</p>
      ) : (
        <table className="stacked">
          <thead>
            <tr>
              <th scope="col">{text.columns.title}</th>
              <th scope="col">{text.columns.centre}</th>
              <th scope="col">{text.columns.state}</th>
              <th scope="col">{text.columns.when}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>
                  <Link to={`/office/news/${item.id}`}>{item.titleTh}</Link>
                  {item.hasEnglish ? null : <span className="tag warn gap">{text.noEnglish}</span>}
                </td>
                <td>{item.unitName}</td>
                <td>
                  <span className={tones[item.state]}>{text.states[item.state]}</span>
                </td>
                <td>{formatDateTime(new Date(item.publishAt ?? item.changedAt), locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
