/** Heat tables of the comparison: each centre a line; the darker a cell, the more risks stand in it. */

import { Link } from 'react-router';
import { ScrollBox } from '#interface/scroll-box.tsx';
import { commonYear } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Comparison, HeatRow } from '../compare-maps.ts';
import { riskText } from '../text.ts';

type Props = {
  readonly comparison: Comparison;
  readonly rows: readonly HeatRow[];
  readonly locale: Locale;
};

/** Steps of shading: 0 for none, 1 to 4 by share of the greatest number in the table. */
const heat = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil((count / most) * 4)));

export function HeatDomains({ comparison, rows, locale }: Props) {
  const { framework, year } = comparison;
  const { domains, bands } = framework.scheme;
  const words = riskText(locale).compare;
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells?.flat() ?? []));
  return (
    <ScrollBox label={words.heading} className="heat">
      <table>
        <caption className="small soft">{words.domainsCaption(year)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {riskText(locale).list.columns.centre}
            </th>
            {domains.map(({ code, name }) => (
              <th key={code} scope="colgroup" colSpan={bands.length} className="group">
                {name[locale]}
              </th>
            ))}
            <th scope="col" rowSpan={2}>
              {words.total}
            </th>
            <th scope="col" rowSpan={2}>
              {words.change}
            </th>
          </tr>
          <tr>
            {domains.flatMap((domain) =>
              bands.map((band) => (
                <th key={`${domain.code} ${band.code}`} scope="col" className={`tone-${band.tone}`}>
                  {band.name[locale]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.centre.unitId}>
              <Centre {...{ row, comparison, locale }} />
              {row.cells ? (
                row.cells.flatMap((counts, d) =>
                  counts.map((count, b) => (
                    <td
                      key={`${domains[d]!.code} ${bands[b]!.code}`}
                      className={`tone-${bands[b]!.tone} heat-${heat(count, most)}`}
                    >
                      {count > 0 && row.mapId ? (
                        <Link
                          to={`/office/risks/${row.mapId}?domain=${domains[d]!.code}&band=${bands[b]!.code}`}
                        >
                          {count}
                        </Link>
                      ) : (
                        count || ''
                      )}
                    </td>
                  )),
                )
              ) : (
                <td colSpan={domains.length * bands.length} className="small soft none">
                  –<span className="visually-hidden">{words.noMap}</span>
                </td>
              )}
              <td>{row.cells ? row.total : ''}</td>
              <td>
                <Change row={row} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

export function HeatYears({ comparison, rows, locale }: Props) {
  const { framework, years, grave } = comparison;
  const words = riskText(locale).compare;
  const names = framework.scheme.bands
    .filter(({ code }) => grave.includes(code))
    .map(({ name }) => name[locale])
    .join(', ');
  const most = Math.max(1, ...rows.flatMap((row) => row.grave.map((count) => count ?? 0)));
  const tone = framework.scheme.bands.at(-1)!.tone;
  return (
    <ScrollBox label={words.heading} className="heat">
      <table>
        <caption className="small soft">{words.yearsCaption(names)}</caption>
        <thead>
          <tr>
            <th scope="col">{riskText(locale).list.columns.centre}</th>
            {years.map((year) => (
              <th key={year} scope="col">
                {locale === 'th' ? year : commonYear(year)}
              </th>
            ))}
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.centre.unitId}>
              <Centre {...{ row, comparison, locale }} />
              {row.grave.map((count, at) => (
                <td
                  key={years[at]}
                  className={count === undefined ? 'none' : `tone-${tone} heat-${heat(count, most)}`}
                >
                  {count ?? <span className="visually-hidden">{words.noMap}</span>}
                </td>
              ))}
              <td>
                <Change row={row} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Centre({ row, comparison, locale }: Omit<Props, 'rows'> & { readonly row: HeatRow }) {
  const { centre, mapId } = row;
  return (
    <th scope="row">
      {mapId ? <Link to={`/office/risks/${mapId}`}>{centre.short}</Link> : centre.short}
      {comparison.ownUnits.includes(centre.unitId) && !comparison.oversees ? (
        <span className="tag deep">{riskText(locale).compare.own}</span>
      ) : null}
    </th>
  );
}

/** Grave risks of the last year beside the year before. */
function Change({ row, locale }: { readonly row: HeatRow; readonly locale: Locale }) {
  const words = riskText(locale).compare;
  const [before, now] = row.grave.slice(-2);
  if (before === undefined || now === undefined)
    return <span className="visually-hidden">{words.unknown}</span>;
  const change = now - before;
  if (change === 0) return <span className="small soft">{words.equal}</span>;
  return (
    <span className={change > 0 ? 'tag warn' : 'tag good'}>
      <span aria-hidden="true">{change > 0 ? '▲ ' : '▼ '}</span>
      {change > 0 ? words.more(change) : words.fewer(-change)}
    </span>
  );
}
