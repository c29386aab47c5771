/** The form of answers: code or token, the sub-group, one step of the scale for each statement, words if one likes. */
import { Heading } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { SurveyRefusal } from '../outcome.ts';
import type { Item, Questionnaire } from '../survey.ts';
import { surveyText } from '../text.ts';

type AnswerFormProps = {
  readonly locale: Locale;
  readonly questionnaire: Questionnaire;
  /** What was sent and why it was not taken. */
  readonly answer:
    | { readonly problem: SurveyRefusal; readonly typed: Readonly<Record<string, string>> }
    | undefined;
};

export function AnswerForm({ locale, questionnaire, answer }: AnswerFormProps) {
  const { indicators, items, bands, bandQuestion, wordsQuestion } = questionnaire;
  const text = surveyText(locale);
  const words = text.answer;
  const typed = answer?.typed ?? {};
  const isCodeWrong = answer?.problem === 'bad-code' || answer?.problem === 'unknown-code';
  const left = answer ? items.filter(({ code }) => !typed[`item.${code}`]).length : 0;
  return (
    <form method="post" className="stack survey-form">
      {answer ? (
        <p className="note bad" role="alert" id="problem">
          {answer.problem === 'not-all-answered' ? words.unanswered(left) : text.problems[answer.problem]}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor="key">{words.code}</label>
        <p className="hint" id="key-hint">
          {words.codeHint}
        </p>
        <input
          id="key"
          name="key"
          required
          maxLength={160}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={typed['key']}
          aria-invalid={isCodeWrong || undefined}
          aria-describedby={isCodeWrong ? 'problem key-hint' : 'key-hint'}
        />
        <p className="hint" id="filled" role="status" hidden>
          {words.filled}
        </p>
      </div>
      <fieldset className="survey-item">
        <legend>{bandQuestion[locale]}</legend>
        <div className="survey-choices">
          {bands.map(({ code, label }) => (
            <label key={code}>
              <input type="radio" name="band" value={code} defaultChecked={typed['band'] === code} />
              <span>{label[locale]}</span>
            </label>
          ))}
          <label>
            <input type="radio" name="band" value="" defaultChecked={!typed['band']} />
            <span>{words.ratherNot}</span>
          </label>
        </div>
      </fieldset>
      <p className="note">{words.chooseOne}</p>
      {indicators.map((indicator) => (
        <section key={indicator.code} aria-labelledby={`indicator-${indicator.code}`}>
          <Heading level={2} id={`indicator-${indicator.code}`}>
            {indicator.name[locale]}
          </Heading>
          {items
            .filter((item) => item.indicator === indicator.code)
            .map((item) => (
              <Question
                key={item.code}
                {...{ locale, item, questionnaire }}
                chosen={typed[`item.${item.code}`]}
                isMissing={answer !== undefined && !typed[`item.${item.code}`]}
              />
            ))}
        </section>
      ))}
      {wordsQuestion[locale] ? (
        <div className="field">
          <label htmlFor="words">{wordsQuestion[locale]}</label>
          <p className="hint" id="words-hint">
            {words.wordsWarning} <a href={citizenPath(locale, '/report')}>{words.report}</a>
          </p>
          <textarea
            id="words"
            name="words"
            rows={4}
            maxLength={2000}
            defaultValue={typed['words']}
            aria-describedby="words-hint"
          />
        </div>
      ) : null}
      <button type="submit" className="button act">
        {words.send}
      </button>
    </form>
  );
}

type QuestionProps = {
  readonly locale: Locale;
  readonly item: Item;
  readonly questionnaire: Questionnaire;
  readonly chosen: string | undefined;
  readonly isMissing: boolean;
};

function Question({ locale, item, questionnaire, chosen, isMissing }: QuestionProps) {
  const words = surveyText(locale).answer;
  return (
    <fieldset className="survey-item" aria-describedby={isMissing ? `${item.code}-missing` : undefined}>
      <legend>{item.prompt[locale]}</legend>
      {isMissing ? (
        <p className="problem" id={`${item.code}-missing`}>
          {words.needed}
        </p>
      ) : null}
      <div className="survey-choices">
        {questionnaire.choices.map(({ code, label }) => (
          <label key={code}>
            <input
              type="radio"
              name={`item.${item.code}`}
              value={code}
              required
              defaultChecked={chosen === code}
            />
            <span>{label[locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
