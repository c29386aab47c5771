/** The next version of a framework, begun from the present one: names, levels, bands, domains, days and years of force. */
import { useState } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { Framework, Words } from '../framework.ts';
import { frameworkText } from '../framework-text.ts';
import { riskText } from '../text.ts';

type Props = { readonly locale: Locale; readonly framework: Framework };

export function FrameworkForm({ locale, framework }: Props) {
  const { scheme } = framework;
  const text = riskText(locale);
  const words = frameworkText(locale);
  const form = words.form;
  const isBusy = useNavigation().state !== 'idle';
  const [domains, setDomains] = useState(
    scheme.domains.map((domain, at) => ({ key: at, code: domain.code, name: domain.name })),
  );
  const both = (name: string, label: string, given: Words) => (
    <div className="two-columns" key={name}>
      {(['th', 'en'] as const).map((language) => (
        <div className="field" key={language}>
          <label htmlFor={`${name}-${language}`}>
            {label} ({form[language]})
          </label>
          <input
            id={`${name}-${language}`}
            name={`${name}-${language}`}
            lang={language}
            defaultValue={given[language]}
            required
            maxLength={300}
          />
        </div>
      ))}
    </div>
  );
  const line = (name: string, label: string, given: string | number, more: Record<string, unknown> = {}) => (
    <div className="field" key={name}>
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} defaultValue={given} required maxLength={300} {...more} />
    </div>
  );
  const monthDay = { pattern: '[01][0-9]-[0-3][0-9]', 'aria-describedby': 'month-day' };
  const year = { type: 'number', min: 2550, max: 2700 };
  return (
    <Form method="post" className="narrow-form framework-form">
      <h2>{form.heading(framework.name[locale])}</h2>
      <input type="hidden" name="code" value={framework.code} />
      <input type="hidden" name="after" value={framework.version} />
      {both('name', words.heading, framework.name)}
      <div className="two-columns">
        {line('fromYear', form.fromYear, framework.fromYear, year)}
        {line('toYear', form.toYear, framework.toYear ?? '', { ...year, required: false })}
        {line('mapDue', form.mapDue, framework.mapDue, monthDay)}
        {line('halfCloses', form.halfCloses, framework.halfCloses, monthDay)}
        {line('yearCloses', form.yearCloses, framework.yearCloses, monthDay)}
      </div>
      <p className="hint" id="month-day">
        {form.monthDayHint}
      </p>
      {line('basis', form.basis, framework.basis)}
      {line('source', form.source, framework.source)}
      <div className="two-columns">
        <div className="field">
          <label htmlFor="status">{form.status}</label>
          <select id="status" name="status" defaultValue={framework.status}>
            {(['unconfirmed', 'confirmed'] as const).map((status) => (
              <option key={status} value={status}>
                {text[status]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="treatFrom">{form.treatFrom}</label>
          <select id="treatFrom" name="treatFrom" defaultValue={scheme.treatFrom}>
            {scheme.bands.map(({ code, name }) => (
              <option key={code} value={code}>
                {name[locale]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {(['likelihood', 'impact'] as const).map((axis) => (
        <fieldset key={axis}>
          <legend>{form.axis(scheme[axis].name[locale])}</legend>
          {both(`${axis}-name`, form.axis(scheme[axis].name[locale]), scheme[axis].name)}
          {scheme[axis].levels.map((level, at) =>
            both(`${axis}-${at + 1}`, form.level(scheme[axis].name[locale], at + 1), level),
          )}
        </fieldset>
      ))}
      <fieldset>
        <legend>{words.bands}</legend>
        {scheme.bands.map((band) => (
          <div key={band.code}>
            {both(`band-${band.code}`, form.band, band.name)}
            {band.from === null
              ? null
              : line(`band-${band.code}-from`, form.bandFrom, band.from, { type: 'number', min: 1, max: 25 })}
          </div>
        ))}
      </fieldset>
      {scheme.afterControl ? (
        <fieldset>
          <legend>{words.controlTable}</legend>
          <div className="two-columns">
            {scheme.controls.flatMap((control) =>
              Object.entries(scheme.afterControl![control.code] ?? {}).map(([band, leadsTo]) => {
                const name = `after-${control.code}-${band}`;
                const of = scheme.bands.find(({ code }) => code === band)?.name[locale] ?? band;
                return (
                  <div className="field" key={name}>
                    <label htmlFor={name}>{form.control(control.name[locale], of)}</label>
                    <select id={name} name={name} defaultValue={leadsTo}>
                      {scheme.bands.map(({ code, name: bandName }) => (
                        <option key={code} value={code}>
                          {bandName[locale]}
                        </option>
                      ))}
                    </select>
                  </div>
                );
              }),
            )}
          </div>
        </fieldset>
      ) : null}
      <fieldset>
        <legend>{words.domains}</legend>
        <p className="hint">{form.codeHint}</p>
        {domains.map((domain) => (
          <div key={domain.key} className="card domain-entry">
            <input type="hidden" name="domain" value={domain.key} />
            {line(`domain-${domain.key}-code`, form.code, domain.code, {
              pattern: '[a-z0-9][a-z0-9\\-]{1,39}',
            })}
            {both(`domain-${domain.key}`, form.domain, domain.name)}
            {domains.length > 1 ? (
              <button
                type="button"
                className="plain"
                onClick={() => setDomains(domains.filter(({ key }) => key !== domain.key))}
              >
                {form.removeDomain}
              </button>
            ) : null}
          </div>
        ))}
        <button
          type="button"
          className="button"
          disabled={domains.length >= 12}
          onClick={() =>
            setDomains([
              ...domains,
              { key: Math.max(...domains.map(({ key }) => key)) + 1, code: '', name: { th: '', en: '' } },
            ])
          }
        >
          {form.addDomain}
        </button>
      </fieldset>
      <p className="row">
        <button type="submit" className="button main" disabled={isBusy}>
          {form.save}
        </button>
        <Link to="/office/risks/frameworks">{form.cancel}</Link>
      </p>
    </Form>
  );
}
