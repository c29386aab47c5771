/** The form of one risk: four short groups on one screen, levels by digit, the band while one chooses, a draft kept in the tab. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Form, useNavigation, useSearchParams } from 'react-router';
import { dropDraft, keepDraft, recallDraft } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import { bandOf, needsTreatment } from '../framework-rules.ts';
import { type Risk, type RiskField, type RiskWords, textLimits } from '../risk.ts';
import { riskText } from '../text.ts';
import { LevelChoice } from './level-choice.tsx';
import { BandTag } from './state-tag.tsx';

type Props = {
  readonly locale: Locale;
  readonly page: {
    readonly id: string;
    readonly mapId: string;
    readonly scheme: Scheme;
    readonly risk: Risk | undefined;
    readonly from: Partial<RiskWords> | undefined;
    readonly formTitle: string | undefined;
    readonly forms: readonly { readonly code: string; readonly title: string }[];
    readonly gaps: readonly RiskField[];
  };
  readonly wrong: readonly string[];
};

type TextField = keyof typeof textLimits;
const isLong = (field: TextField) => textLimits[field] > 300 && field !== 'indicator';

export function RiskForm({ locale, page, wrong }: Props) {
  const { scheme, risk, gaps } = page;
  const text = riskText(locale);
  const words = text.editor;
  const given: Partial<RiskWords> = risk ?? page.from ?? {};
  const [levels, setLevels] = useState({
    likelihood: given.likelihood,
    impact: given.impact,
    control: given.controlQuality,
  });
  /** What the date field begins with; what is typed in it stays its own. */
  const [dueOn, setDueOn] = useState(given.dueOn ?? '');
  const { form, isRestored, forget, keep } = useKeptForm(
    `/office/risks/${page.mapId}/risk/${risk?.id ?? 'new'}`,
    (kept) => {
      setLevels({
        likelihood: Number(kept['likelihood']) || undefined,
        impact: Number(kept['impact']) || undefined,
        control: kept['controlQuality'] || undefined,
      });
      setDueOn(kept['dueOn'] ?? '');
    },
  );
  const [query] = useSearchParams();
  const isBusy = useNavigation().state !== 'idle';
  const band = bandOf(scheme, levels);
  const score = levels.likelihood && levels.impact ? levels.likelihood * levels.impact : undefined;
  const field = (name: TextField) => (
    <div className="field" key={name}>
      <label htmlFor={name}>
        {text.fields[name]}
        {gaps.includes(name) ? <span className="tag warn gap">{words.missing}</span> : null}
      </label>
      {isLong(name) ? (
        <textarea
          id={name}
          name={name}
          rows={2}
          className="short"
          defaultValue={given[name]}
          maxLength={textLimits[name]}
          required={name === 'event'}
          aria-invalid={wrong.includes(name) || undefined}
        />
      ) : (
        <input
          id={name}
          name={name}
          defaultValue={given[name]}
          maxLength={textLimits[name]}
          aria-invalid={wrong.includes(name) || undefined}
        />
      )}
    </div>
  );
  const send = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const name = event.shiftKey ? 'next' : 'list';
    event.currentTarget.querySelector<HTMLButtonElement>(`button[value=${name}]`)?.click();
  };
  return (
    <Form method="post" ref={form} className="risk-form" onInput={keep} onKeyDown={send} onSubmit={forget}>
      {query.get('done') === 'saved' ? (
        <p className="note good" role="status">
          {text.done.saved}
        </p>
      ) : null}
      {isRestored ? (
        <p className="note row" role="status">
          <span className="grow">{words.restored}</span>
          <button
            type="reset"
            className="plain"
            onClick={() => {
              forget();
              setLevels({
                likelihood: given.likelihood,
                impact: given.impact,
                control: given.controlQuality,
              });
              setDueOn(given.dueOn ?? '');
            }}
          >
            {words.forget}
          </button>
        </p>
      ) : null}
      {page.formTitle ? <p className="note">{words.fromForm(page.formTitle)}</p> : null}
      <p className="hint">{words.noNames}</p>
      <input type="hidden" name="id" value={page.id} />
      <input type="hidden" name="revision" value={risk?.revision ?? ''} />
      <div className="risk-groups">
        <div>
          <fieldset className="card">
            <legend>{words.where}</legend>
            <div className="field">
              <label htmlFor="domain">
                {text.fields.domain}
                {gaps.includes('domain') ? <span className="tag warn gap">{words.missing}</span> : null}
              </label>
              <select id="domain" name="domain" defaultValue={given.domain ?? ''}>
                <option value="">{words.choose}</option>
                {scheme.domains.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name[locale]}
                  </option>
                ))}
              </select>
            </div>
            <div className="two-columns">
              {field('process')}
              {field('step')}
            </div>
          </fieldset>
          <fieldset className="card">
            <legend>{words.what}</legend>
            {field('event')}
            {field('who')}
            {field('how')}
            <div className="two-columns">
              <div className="field">
                <label htmlFor="isKnown">{text.fields.isKnown}</label>
                <select id="isKnown" name="isKnown" defaultValue={given.isKnown === false ? 'no' : 'yes'}>
                  <option value="yes">{text.known.yes}</option>
                  <option value="no">{text.known.no}</option>
                </select>
              </div>
              <div className="field">
                <label htmlFor="typology">{text.fields.typology}</label>
                <select id="typology" name="typology" defaultValue={given.typology ?? ''}>
                  <option value="">{words.noForm}</option>
                  {page.forms.map(({ code, title }) => (
                    <option key={code} value={code}>
                      {title}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            {field('cause')}
          </fieldset>
        </div>
        <div>
          <fieldset className="card">
            <legend>{words.grade}</legend>
            {field('control')}
            <div className="field">
              <label htmlFor="controlQuality">
                {text.fields.controlQuality}
                {gaps.includes('controlQuality') ? (
                  <span className="tag warn gap">{words.missing}</span>
                ) : null}
              </label>
              <select
                id="controlQuality"
                name="controlQuality"
                value={levels.control ?? ''}
                onChange={(event) => setLevels({ ...levels, control: event.target.value || undefined })}
              >
                <option value="">{words.choose}</option>
                {scheme.controls.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name[locale]}
                  </option>
                ))}
              </select>
            </div>
            {(['likelihood', 'impact'] as const).map((name) => (
              <LevelChoice
                key={name}
                {...{ locale, name, axis: scheme[name], isMissing: gaps.includes(name) }}
                value={levels[name]}
                onChange={(value) => setLevels({ ...levels, [name]: value })}
              />
            ))}
            <p className="band-now" aria-live="polite">
              <strong>{words.bandNow}</strong>{' '}
              {band && score ? (
                <>
                  <BandTag scheme={scheme} band={band.code} locale={locale} />{' '}
                  <span className="small soft">
                    {scheme.afterControl ? words.bandControl(score) : words.bandScore(score)}
                  </span>
                </>
              ) : (
                <span className="small soft">{words.bandOpen}</span>
              )}
            </p>
          </fieldset>
          <fieldset className="card">
            <legend>{words.plan}</legend>
            <p className="hint">
              {band && !needsTreatment(scheme, band.code) ? words.planFree : words.planNeeded}
            </p>
            {field('treatment')}
            <div className="two-columns">
              {field('owner')}
              <DateField
                key={dueOn}
                name="dueOn"
                label={text.fields.dueOn}
                locale={locale}
                defaultValue={dueOn}
                hint={gaps.includes('dueOn') ? words.missing : undefined}
                problem={wrong.includes('dueOn') ? text.problems.malformed : undefined}
              />
            </div>
            {field('indicator')}
          </fieldset>
        </div>
      </div>
      <p className="row risk-save">
        <button type="submit" name="then" value="list" className="button main" disabled={isBusy}>
          {words.save}
        </button>
        <button type="submit" name="then" value="next" className="button" disabled={isBusy}>
          {words.saveNext}
        </button>
        <span className="hint">{words.keys}</span>
      </p>
    </Form>
  );
}

/** Keeps what stands in the form while it is not saved, and brings it back: a session that ends loses nothing. */
function useKeptForm(place: string, onRestored: (kept: Record<string, string>) => void) {
  const form = useRef<HTMLFormElement>(null);
  const [isRestored, setRestored] = useState(false);
  const restored = useRef(onRestored);
  restored.current = onRestored;
  useEffect(() => {
    let isGone = false;
    void recallDraft(place, 'risk').then((draft) => {
      if (isGone || !draft || !form.current) return;
      const kept = JSON.parse(draft) as Record<string, string>;
      for (const [name, value] of Object.entries(kept)) {
        const control = form.current.elements.namedItem(name);
        if (control instanceof HTMLElement && 'value' in control) control.value = value;
      }
      restored.current(kept);
      setRestored(true);
    });
    return () => {
      isGone = true;
    };
  }, [place]);
  const keep = () => {
    if (!form.current) return;
    const {
      id: _id,
      revision: _revision,
      ...kept
    } = Object.fromEntries(new FormData(form.current)) as Record<string, string>;
    keepDraft(place, 'risk', JSON.stringify(kept));
  };
  const forget = () => {
    dropDraft(place, 'risk');
    setRestored(false);
  };
  return { form, isRestored, keep, forget };
}
