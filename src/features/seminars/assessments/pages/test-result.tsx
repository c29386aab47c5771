/** After a test: the score as a whole and by competency; what was right once the test has closed. */
import { BarChart } from '#interface/charts/bar-chart.tsx';
import { Heading, Words } from '#interface/heading.tsx';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { assessmentsText } from '../text.ts';
import type { Result, TestView } from '../view-attempt.ts';
import { answerLines } from './answer-lines.ts';
import { percentText } from './percent-text.ts';
import { languageOf, wordsIn } from './question-field.tsx';

type TestResultProps = { readonly locale: Locale; readonly view: TestView };

export function TestResult({ locale, view }: TestResultProps) {
  const text = assessmentsText(locale).take;
  return (
    <>
      <section aria-labelledby="score">
        <Heading level={2} id="score">
          {text.scoreHeading}
        </Heading>
        {view.results.map((result) => (
          <Score key={result.tryNo} {...{ locale, result }} hasMore={view.results.length > 1} />
        ))}
        {!view.review && view.test.showsAnswers ? (
          <p className="small soft">
            <Words>{text.answersLater}</Words>
          </p>
        ) : null}
      </section>
      {view.review ? (
        <section aria-labelledby="review">
          <Heading level={2} id="review">
            {text.review}
          </Heading>
          <ol className="plain-list rows">
            {view.review.map((reviewed) => (
              <li key={reviewed.place}>
                <p>
                  <strong lang={languageOf(reviewed.stem, locale)}>
                    {text.question(reviewed.place + 1)}: {wordsIn(reviewed.stem, locale)}
                  </strong>{' '}
                  <span className={reviewed.share === 1 ? 'tag good' : 'tag'}>
                    {text.score(percentText(reviewed.share, locale))}
                  </span>
                </p>
                <dl className="facts">
                  <dt>{text.yours}</dt>
                  <dd>
                    <Lines lines={answerLines(reviewed.body, reviewed.answer, locale)} none={text.none} />
                  </dd>
                  <dt>{text.right}</dt>
                  <dd>
                    <Lines
                      lines={
                        reviewed.key.kind === 'short'
                          ? reviewed.key.accepted
                          : answerLines(reviewed.body, reviewed.right, locale)
                      }
                      none={text.none}
                    />
                  </dd>
                </dl>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <span className="soft">{none}</span>;
  return lines.map((line) => <div key={line}>{line}</div>);
}

type ScoreProps = { readonly locale: Locale; readonly result: Result; readonly hasMore: boolean };

function Score({ locale, result, hasMore }: ScoreProps) {
  const text = assessmentsText(locale).take;
  return (
    <div className="card stack">
      <p className="test-score">
        {hasMore ? <span className="soft small">{text.tryNo(result.tryNo)} </span> : null}
        <strong>{text.score(percentText(result.share, locale))}</strong>{' '}
        {result.isPassed === undefined ? null : (
          <span className={result.isPassed ? 'tag good' : 'tag'}>
            {result.isPassed ? text.passed : text.failed}
          </span>
        )}
      </p>
      <p className="small soft">{text.sent(formatDateTime(new Date(result.finishedAt), locale))}</p>
      <BarChart
        title={text.byCompetency}
        locale={locale}
        labelHeading={assessmentsText(locale).tests.competency}
        valueHeading={assessmentsText(locale).results.score}
        max={100}
        bars={result.competencies.map((competency) => ({
          label: locale === 'en' ? competency.nameEn : competency.nameTh,
          value: competency.share * 100,
          shown: percentText(competency.share, locale),
        }))}
      />
    </div>
  );
}
