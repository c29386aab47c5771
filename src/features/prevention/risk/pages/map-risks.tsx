/** The risks of a map as a list, filtered by cell, domain, band and what is missing. */
import { Form, Link } from 'react-router';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { needsTreatment } from '../framework-rules.ts';
import type { Risk } from '../risk.ts';
import { riskText } from '../text.ts';
import type { MapView } from '../view-map.ts';
import { BandTag, nameIn } from './state-tag.tsx';

type Props = { readonly locale: Locale; readonly view: MapView; readonly query: URLSearchParams };

export function MapRisks({ locale, view, query }: Props) {
  const { risks, removed, map, may } = view;
  const text = riskText(locale);
  const shown = risks.filter(matches(view, query));
  const unplaced = risks.filter(({ likelihood, impact }) => !likelihood || !impact).length;
  if (risks.length === 0 && removed.length === 0)
    return (
      <div className="card empty">
        <p>
          <strong>{text.map.empty}</strong>
        </p>
        {may.map ? <p>{text.map.emptyBody}</p> : null}
      </div>
    );
  return (
    <section aria-labelledby="risks">
      <h2 id="risks">{text.map.list}</h2>
      <Filters {...{ locale, view, query }} />
      <p className="small soft" role="status">
        {text.map.shown(shown.length, risks.length)}
        {unplaced > 0 ? ` · ${text.map.unplaced(unplaced)}` : ''}{' '}
        {shown.length < risks.length ? (
          <Link to={`/office/risks/${map.id}`} preventScrollReset>
            {text.matrix.clear}
          </Link>
        ) : null}
      </p>
      {shown.length === 0 ? (
        <p className="card empty">{text.map.noneShown}</p>
      ) : (
        <table className="stacked">
          <caption className="visually-hidden">{text.map.list}</caption>
          <thead>
            <tr>
              <th scope="col">{text.map.columns.risk}</th>
              <th scope="col">{text.map.columns.band}</th>
              <th scope="col">{text.map.columns.treatment}</th>
              {map.state === 'approved' ? <th scope="col">{text.map.columns.result}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((risk) => (
              <RiskRow key={risk.id} {...{ risk, locale, view }} />
            ))}
          </tbody>
        </table>
      )}
      {removed.length > 0 && may.map ? (
        <details>
          <summary>{text.map.removed(removed.length)}</summary>
          <ul className="plain-list rows">
            {removed.map((risk) => (
              <li key={risk.id} className="row">
                <span className="grow" lang="th">
                  {risk.event}
                </span>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="risk" value={risk.id} />
                  <button type="submit" name="intent" value="restore" className="button">
                    {text.map.restore}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function matches(view: MapView, query: URLSearchParams) {
  const [likelihood, impact] = (query.get('cell') ?? '').split('-').map(Number);
  const domain = query.get('domain') ?? '';
  const band = query.get('band') ?? '';
  const onlyGaps = query.get('gaps') === '1';
  return (risk: Risk) =>
    (!likelihood || !impact || (risk.likelihood === likelihood && risk.impact === impact)) &&
    (domain === '' || risk.domain === domain) &&
    (band === '' || risk.band === band) &&
    (!onlyGaps || (view.gaps[risk.id]?.length ?? 0) > 0);
}

function Filters({ locale, view, query }: Props) {
  const { scheme } = view.framework;
  const text = riskText(locale);
  const open = Object.values(view.gaps).some((fields) => fields.length > 0);
  return (
    <Form
      method="get"
      className="row filter risk-filter"
      aria-label={text.map.filters}
      preventScrollReset
      key={String(query)}
    >
      {query.get('cell') ? <input type="hidden" name="cell" value={query.get('cell')!} /> : null}
      <label>
        <span className="small soft">{text.map.domain}</span>
        <select name="domain" defaultValue={query.get('domain') ?? ''}>
          <option value="">{text.map.allDomains}</option>
          {scheme.domains.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[locale]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small soft">{text.map.band}</span>
        <select name="band" defaultValue={query.get('band') ?? ''}>
          <option value="">{text.map.allBands}</option>
          {scheme.bands.map(({ code, name }) => (
            <option key={code} value={code}>
              {name[locale]}
            </option>
          ))}
        </select>
      </label>
      {open || query.has('gaps') ? (
        <label className="inline-check">
          <input type="checkbox" name="gaps" value="1" defaultChecked={query.get('gaps') === '1'} />{' '}
          {text.map.onlyGaps}
        </label>
      ) : null}
      <button type="submit" className="button">
        {text.list.apply}
      </button>
    </Form>
  );
}

type RowProps = { readonly risk: Risk; readonly locale: Locale; readonly view: MapView };

function RiskRow({ risk, locale, view }: RowProps) {
  const { map, framework, may, gaps, remarks, results } = view;
  const { scheme } = framework;
  const text = riskText(locale);
  const missing = gaps[risk.id]?.length ?? 0;
  const remark = remarks.find((one) => one.risk === risk.lineage);
  const own = results.filter(({ riskId }) => riskId === risk.id).sort((a, b) => a.half - b.half);
  return (
    <tr>
      <td>
        <Link to={`/office/risks/${map.id}/risk/${risk.id}`} lang="th">
          {risk.event}
        </Link>
        <div className="small soft">
          {nameIn(scheme.domains, risk.domain, locale)}
          {risk.process ? (
            <span lang="th">
              {' · '}
              {[risk.process, risk.step].filter(Boolean).join(' · ')}
            </span>
          ) : null}
        </div>
        {missing > 0 ? <span className="tag warn">{text.map.gap(missing)}</span> : null}
        {remark ? (
          <p className="note warn small">
            {text.map.remark}: <span lang="th">{remark.text}</span>
          </p>
        ) : null}
        {may.map ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="risk" value={risk.id} />
            <button type="submit" name="intent" value="remove" className="plain small">
              {text.map.remove}
            </button>
          </Form>
        ) : null}
      </td>
      <td>
        <BandTag scheme={scheme} band={risk.band} locale={locale} />
        {risk.likelihood && risk.impact ? (
          <div className="small soft">
            {risk.likelihood} × {risk.impact} = {risk.likelihood * risk.impact}
          </div>
        ) : null}
      </td>
      <td>
        {risk.treatment ? (
          <>
            <span lang="th">{risk.treatment}</span>
            <div className="small soft" lang="th">
              {risk.dueOn
                ? text.map.owner(risk.owner, formatDate(asCivilDate(risk.dueOn), locale, 'short'))
                : risk.owner}
            </div>
          </>
        ) : risk.band && !needsTreatment(scheme, risk.band) ? (
          <span className="small soft">{text.map.noTreatment}</span>
        ) : null}
      </td>
      {map.state === 'approved' ? (
        <td>
          {own.map((result) => (
            <div key={result.id} className="small">
              {text.results.halves[result.half]}: {text.results.progresses[result.progress]}{' '}
              <BandTag scheme={scheme} band={result.band} locale={locale} />
            </div>
          ))}
        </td>
      ) : null}
    </tr>
  );
}
