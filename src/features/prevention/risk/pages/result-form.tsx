/** One risk's result of a half: as reported, and the form for reporting it. */
import { useState } from 'react';
import { useFetcher } from 'react-router';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import { bandOf } from '../framework-rules.ts';
import { type Half, progresses, type Risk, type RiskRefusal, type RiskResult } from '../risk.ts';
import { riskText } from '../text.ts';
import { LevelChoice } from './level-choice.tsx';
import { BandTag } from './state-tag.tsx';

type Answer = { readonly code: RiskRefusal | undefined; readonly fields: readonly string[] };

type Props = {
  readonly locale: Locale;
  readonly risk: Risk;
  readonly id: string;
  readonly half: Half;
  readonly mayReport: boolean;
  readonly scheme: Scheme;
  readonly result: RiskResult | undefined;
  /** What was reported after six months: the twelve-month form begins from it. */
  readonly before: RiskResult | undefined;
  readonly answer: Answer | undefined;
};

export function ResultForm({ locale, risk, id, half, mayReport, scheme, result, before, answer }: Props) {
  const text = riskText(locale);
  const words = text.results;
  return (
    <section className="card result" aria-labelledby={`risk-${risk.id}`}>
      <p className="row small">
        <span className={result ? 'tag good' : 'tag warn'}>{result ? words.reported : words.waiting}</span>
        <span>
          {words.before} <BandTag scheme={scheme} band={risk.band} locale={locale} />
        </span>
        {result ? (
          <span>
            {words.residual} <BandTag scheme={scheme} band={result.band} locale={locale} />
          </span>
        ) : null}
      </p>
      <h2 id={`risk-${risk.id}`} lang="th">
        {risk.event}
      </h2>
      <p className="small soft">
        {text.fields.treatment}: <span lang="th">{risk.treatment}</span>
        <br />
        {text.fields.indicator}: <span lang="th">{risk.indicator}</span>
        {risk.dueOn ? (
          <>
            {' · '}
            {text.fields.dueOn} {formatDate(asCivilDate(risk.dueOn), locale, 'short')}
          </>
        ) : null}
      </p>
      {result ? (
        <p>
          <strong>{words.progresses[result.progress]}</strong>{' '}
          <span lang="th">{[result.done, result.measured, result.evidence].filter(Boolean).join(' · ')}</span>{' '}
          <span className="small soft">{formatDateTime(result.at, locale)}</span>
        </p>
      ) : null}
      {mayReport ? (
        result ? (
          <details>
            <summary>{words.correct}</summary>
            <Entry {...{ locale, risk, id, half, scheme, answer, from: result }} />
          </details>
        ) : (
          <Entry {...{ locale, risk, id, half, scheme, answer, from: before }} />
        )
      ) : null}
    </section>
  );
}

type EntryProps = Pick<Props, 'locale' | 'risk' | 'id' | 'half' | 'scheme' | 'answer'> & {
  readonly from: RiskResult | undefined;
};

/** Sent by itself, so that what is typed about the next risk stays where it is. */
function Entry({ locale, risk, id, half, scheme, answer, from }: EntryProps) {
  const text = riskText(locale);
  const words = text.results;
  const fetcher = useFetcher<Answer>();
  const [levels, setLevels] = useState({
    likelihood: from?.likelihood ?? risk.likelihood,
    impact: from?.impact ?? risk.impact,
    control: from?.controlQuality ?? risk.controlQuality,
  });
  const refusal = fetcher.data ?? answer;
  const at = (name: string) => `${name}-${risk.id}`;
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="risk" value={risk.id} />
      <input type="hidden" name="half" value={half} />
      {refusal?.code ? (
        <p className="note bad" role="alert">
          {text.problems[refusal.code]}
        </p>
      ) : null}
      <div className="two-columns">
        <div>
          <div className="field">
            <label htmlFor={at('progress')}>{words.state}</label>
            <select id={at('progress')} name="progress" defaultValue={from?.progress ?? 'under-way'}>
              {progresses.map((one) => (
                <option key={one} value={one}>
                  {words.progresses[one]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={at('done')}>{words.done}</label>
            <textarea
              id={at('done')}
              name="done"
              className="short"
              defaultValue={from?.done}
              required
              minLength={3}
              maxLength={2000}
            />
          </div>
          {(['measured', 'evidence'] as const).map((name) => (
            <div className="field" key={name}>
              <label htmlFor={at(name)}>{words[name]}</label>
              <input id={at(name)} name={name} defaultValue={from?.[name]} maxLength={500} />
            </div>
          ))}
        </div>
        <div>
          <h3>{words.residual}</h3>
          <div className="field">
            <label htmlFor={at('controlQuality')}>{text.fields.controlQuality}</label>
            <select
              id={at('controlQuality')}
              name="controlQuality"
              value={levels.control ?? ''}
              onChange={(event) => setLevels({ ...levels, control: event.target.value || undefined })}
            >
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
              {...{ locale, name, axis: scheme[name], prefix: `${risk.id}-` }}
              value={levels[name]}
              onChange={(value) => setLevels({ ...levels, [name]: value })}
            />
          ))}
          <p aria-live="polite">
            <BandTag scheme={scheme} band={bandOf(scheme, levels)?.code} locale={locale} />
          </p>
        </div>
      </div>
      <button type="submit" className="button main" disabled={fetcher.state !== 'idle'}>
        {words.save}
      </button>
    </fetcher.Form>
  );
}
