/** The fields of a draft: every sentence in both languages beside each other. */
import type { Locale } from '#platform/text/messages.ts';
import type { Questionnaire, Words } from '../survey.ts';
import { surveyText } from '../text.ts';

type LineProps = {
  readonly locale: Locale;
  readonly name: string;
  readonly what: string;
  readonly words?: Words | undefined;
  readonly points?: number | undefined;
  readonly hasPoints?: boolean;
};

function Line({ locale, name, what, words, points, hasPoints = false }: LineProps) {
  const text = surveyText(locale).editor;
  return (
    <div className={hasPoints ? 'survey-line with-points' : 'survey-line'}>
      {(['th', 'en'] as const).map((language) => (
        <div className="field" key={language}>
          <label htmlFor={`${name}.${language}`}>
            {language === 'th' ? text.thai(what) : text.english(what)}
          </label>
          <input
            id={`${name}.${language}`}
            name={`${name}.${language}`}
            lang={language}
            maxLength={500}
            defaultValue={words?.[language]}
          />
        </div>
      ))}
      {hasPoints ? (
        <div className="field">
          <label htmlFor={`${name}.points`}>{text.points}</label>
          <input
            id={`${name}.points`}
            name={`${name}.points`}
            inputMode="decimal"
            maxLength={6}
            defaultValue={points}
            aria-describedby="points-hint"
          />
        </div>
      ) : null}
    </div>
  );
}

export function DraftFields({
  locale,
  questionnaire,
}: {
  readonly locale: Locale;
  readonly questionnaire: Questionnaire;
}) {
  const { title, bandQuestion, wordsQuestion, smallestGroup, basis, source, status } = questionnaire;
  const { indicators, items, choices, bands } = questionnaire;
  const text = surveyText(locale);
  const words = text.editor;
  const line = { locale };
  return (
    <>
      <section className="card">
        <Line {...line} name="title" what={words.title} words={title} />
        <Line {...line} name="bandQuestion" what={words.bandQuestion} words={bandQuestion} />
        <Line {...line} name="wordsQuestion" what={words.wordsQuestion} words={wordsQuestion} />
        <p className="hint">{words.wordsHint}</p>
        <div className="field">
          <label htmlFor="smallestGroup">{words.smallest}</label>
          <p className="hint" id="smallest-hint">
            {words.smallestHint}
          </p>
          <input
            id="smallestGroup"
            name="smallestGroup"
            type="number"
            min={5}
            max={100}
            required
            defaultValue={smallestGroup}
            aria-describedby="smallest-hint"
          />
        </div>
        <Line {...line} name="basis" what={words.basis} words={basis} />
        <div className="field">
          <label htmlFor="source">{text.source}</label>
          <input id="source" name="source" required maxLength={500} defaultValue={source} />
        </div>
        <div className="field">
          <label htmlFor="status">{words.status}</label>
          <select id="status" name="status" defaultValue={status}>
            {(['unconfirmed', 'confirmed'] as const).map((one) => (
              <option key={one} value={one}>
                {words.statuses[one]}
              </option>
            ))}
          </select>
        </div>
      </section>
      <section className="card" aria-labelledby="indicators">
        <h2 id="indicators">{words.indicators}</h2>
        <p className="hint">{words.emptyRemoves}</p>
        {indicators.map(({ code, name }) => (
          <div key={code}>
            <h3>{name[locale]}</h3>
            <Line {...line} name={`indicator.${code}`} what={text.results.indicator} words={name} />
            {items
              .filter(({ indicator }) => indicator === code)
              .map((item) => (
                <Line
                  key={item.code}
                  {...line}
                  name={`item.${item.code}`}
                  what={item.code}
                  words={item.prompt}
                />
              ))}
            <Line {...line} name={`new-item.${code}`} what={words.newItem} />
          </div>
        ))}
      </section>
      <section className="card" aria-labelledby="choices">
        <h2 id="choices">{words.choices}</h2>
        <p className="hint" id="points-hint">
          {words.pointsHint}
        </p>
        {choices.map(({ code, label, points }) => (
          <Line
            key={code}
            {...line}
            name={`choice.${code}`}
            what={code}
            words={label}
            points={points}
            hasPoints
          />
        ))}
        <Line {...line} name="new-choice" what={words.newChoice} hasPoints />
      </section>
      <section className="card" aria-labelledby="bands">
        <h2 id="bands">{words.bands}</h2>
        {bands.map(({ code, label }) => (
          <Line key={code} {...line} name={`band.${code}`} what={code} words={label} />
        ))}
        <Line {...line} name="new-band" what={words.newBand} />
      </section>
    </>
  );
}
