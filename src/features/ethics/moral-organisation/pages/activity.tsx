/** One activity: its score and evidence to fill in, to confirm or correct, or to read. */
import type { Locale } from '#platform/text/messages.ts';
import type { Evidence, Score } from '../moral.ts';
import { moralText } from '../text.ts';
import { EvidenceFiles } from './evidence-files.tsx';

type ActivityProps = {
  readonly position: number;
  readonly name: string;
  readonly score: Score | undefined;
  readonly files: readonly Evidence[];
  readonly mode: 'write' | 'verify' | 'read';
  readonly locale: Locale;
};

export function Activity({ position, name, score, files, mode, locale }: ActivityProps) {
  const text = moralText(locale).one;
  const say = (value: number) => `${value} · ${text.scores[value as 0 | 1 | 2]}`;
  const heading = `${position}. ${name}`;
  const choose = (chosen: number) =>
    ([0, 1, 2] as const).map((value) => (
      <label className="choice" key={value}>
        <input
          type="radio"
          name={`score${position}`}
          value={value}
          required
          defaultChecked={value === chosen}
        />{' '}
        <span>{say(value)}</span>
      </label>
    ));
  const shown = (
    <EvidenceFiles position={position} files={files} mayChange={mode === 'write'} locale={locale} />
  );
  if (mode === 'write')
    return (
      <fieldset className="card moral-activity">
        <legend>{heading}</legend>
        <input type="hidden" name="position" value={position} />
        {score?.remark ? <p className="note">{text.returnedWith(score.remark)}</p> : null}
        {choose(score?.score ?? 0)}
        <div className="field">
          <label htmlFor={`evidence${position}`}>{text.evidence}</label>
          <textarea
            id={`evidence${position}`}
            name={`evidence${position}`}
            rows={2}
            maxLength={2000}
            defaultValue={score?.evidence}
          />
        </div>
        <div className="field">
          <label htmlFor={`link${position}`}>{text.link}</label>
          <input
            id={`link${position}`}
            name={`link${position}`}
            type="url"
            maxLength={500}
            defaultValue={score?.link}
          />
        </div>
        {shown}
      </fieldset>
    );
  return (
    <section className="card moral-activity" aria-labelledby={`activity${position}`}>
      <h2 id={`activity${position}`}>{heading}</h2>
      {score ? (
        <>
          <p>
            <strong>{text.own(say(score.score))}</strong>
            {score.verified === undefined || mode === 'verify'
              ? null
              : ` · ${text.given(say(score.verified))}`}
          </p>
          {score.evidence ? <p className="measure">{score.evidence}</p> : null}
          {score.link ? (
            <p>
              <a href={score.link} rel="noreferrer">
                {score.link}
              </a>
            </p>
          ) : null}
          {shown}
          {mode === 'read' && score.remark ? <p className="soft">{text.returnedWith(score.remark)}</p> : null}
        </>
      ) : null}
      {mode === 'verify' && score ? (
        <fieldset>
          <legend>{text.verdict}</legend>
          <input type="hidden" name="position" value={position} />
          {choose(score.verified ?? score.score)}
          <div className="field">
            <label htmlFor={`remark${position}`}>{text.remark}</label>
            <textarea
              id={`remark${position}`}
              name={`remark${position}`}
              rows={2}
              maxLength={1000}
              defaultValue={score.remark}
            />
          </div>
        </fieldset>
      ) : null}
    </section>
  );
}
