/** Results as far as they may be shown: who answered, scores by indicator with a picture, by statement, by sub-group. */
import { BarChart } from '#interface/charts/bar-chart.tsx';
import { HeatTable } from '#interface/charts/heat-table.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { rateOf, scoresOf } from '../score-rules.ts';
import { type GroupResult, type Item, notSaid, type Questionnaire, whole } from '../survey.ts';
import { surveyText } from '../text.ts';

type ScoresProps = {
  readonly locale: Locale;
  readonly questionnaire: Questionnaire;
  readonly groups: readonly GroupResult[];
  readonly before?: GroupResult | undefined;
  readonly beforeItems?: readonly Pick<Item, 'code' | 'indicator'>[];
};

export const points = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));

export function Scores({ locale, questionnaire, groups, before, beforeItems = [] }: ScoresProps) {
  const { indicators, items, smallestGroup } = questionnaire;
  const text = surveyText(locale);
  const words = text.results;
  const all = groups.find(({ band }) => band === whole);
  if (all?.people === undefined) return <p className="card empty">{words.tooSmall(smallestGroup)}</p>;
  const now = scoresOf(items, all.items);
  const last = before && scoresOf(beforeItems, before.items);
  const nameOf = (band: string) =>
    band === whole
      ? text.whole
      : band === notSaid
        ? text.notSaid
        : (questionnaire.bands.find(({ code }) => code === band)?.label[locale] ?? band);
  // Who did not say is left out where nobody left it open and nothing is hidden.
  const shown = groups.filter(({ band, people, items: own }) => band !== notSaid || people || own.length > 0);
  return (
    <>
      <h2>{words.indicators}</h2>
      <BarChart
        title={`${words.total}: ${points(now.total)}`}
        locale={locale}
        max={100}
        labelHeading={words.indicator}
        valueHeading={words.score}
        bars={indicators.map(({ code, name }) => ({
          label: name[locale],
          value: now.indicators.get(code) ?? 0,
          shown: points(now.indicators.get(code)),
        }))}
      />
      <table className="stacked">
        <caption className="visually-hidden">{words.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.score}</th>
            {last ? <th scope="col">{words.before}</th> : null}
            {last ? <th scope="col">{words.change}</th> : null}
          </tr>
        </thead>
        <tbody>
          {[
            ...indicators.map(({ code, name }) => ({ code, name: name[locale] })),
            { code: '', name: words.total },
          ].map(({ code, name }) => {
            const score = code ? now.indicators.get(code) : now.total;
            const old = code ? last?.indicators.get(code) : last?.total;
            return (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td data-label={words.score}>{points(score)}</td>
                {last ? <td data-label={words.before}>{points(old)}</td> : null}
                {last ? <td data-label={words.change}>{changeOf(score, old)}</td> : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>{words.groups}</h2>
      <table className="stacked">
        <caption className="visually-hidden">{words.groups}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.answered}</th>
            <th scope="col">{words.entitled}</th>
            <th scope="col">{words.rate}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => {
            const rate = rateOf(group);
            return (
              <tr key={group.band}>
                <th scope="row">{nameOf(group.band)}</th>
                <td data-label={words.answered}>{group.people ?? text.hiddenShort}</td>
                <td data-label={words.entitled}>{group.entitled ?? '–'}</td>
                <td data-label={words.rate}>{rate === undefined ? '–' : words.percent(rate)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small soft">{text.hidden(smallestGroup)}</p>
      <h2>{words.byGroup}</h2>
      <HeatTable
        title={words.byGroup}
        locale={locale}
        max={100}
        labelHeading={words.group}
        columns={[...indicators.map(({ name }) => name[locale]), words.total]}
        rows={shown.map((group) => {
          const scores = scoresOf(items, group.items);
          return {
            label: nameOf(group.band),
            cells: [...indicators.map(({ code }) => scores.indicators.get(code)), scores.total].map(
              (value) => ({
                value: value ?? null,
                shown: points(value),
              }),
            ),
          };
        })}
      />
      <details>
        <summary>{words.items}</summary>
        <table className="stacked">
          <caption className="visually-hidden">{words.items}</caption>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col">{words.score}</th>
              <th scope="col">{words.scored}</th>
              {last ? <th scope="col">{words.before}</th> : null}
            </tr>
          </thead>
          <tbody>
            {items.map(({ code, prompt }) => {
              const found = all.items.find(({ item }) => item === code);
              return (
                <tr key={code}>
                  <th scope="row">{prompt[locale]}</th>
                  <td data-label={words.score}>{points(found?.mean)}</td>
                  <td data-label={words.scored}>{found?.scored ?? '–'}</td>
                  {last ? (
                    <td data-label={words.before}>
                      {points(before?.items.find(({ item }) => item === code)?.mean)}
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </>
  );
}

function changeOf(score: number | undefined, old: number | undefined): string {
  if (score === undefined || old === undefined) return '–';
  const change = score - old;
  return `${change > 0 ? '+' : ''}${change.toFixed(2)}`;
}
