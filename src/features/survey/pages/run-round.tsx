/** What those who run a survey do: say how many may answer, print codes, close, publish. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { whole } from '../survey.ts';
import { surveyText } from '../text.ts';
import type { RoundView } from '../view-rounds.ts';
import { PeopleFields } from './round-new.tsx';

type RunRoundProps = { readonly locale: Locale; readonly view: RoundView; readonly sheet: string };

export function RunRound({ locale, view, sheet }: RunRoundProps) {
  const { round, questionnaire, entitled, codesPrinted, mayPrint, results } = view;
  const isBusy = useNavigation().state !== 'idle';
  const words = surveyText(locale).round;
  const total = Object.values(entitled).reduce((sum, one) => sum + one, 0);
  if (round.state === 'counted') {
    // Of too few answers there is nothing to publish.
    const isShown = results?.groups.some(({ band, people }) => band === whole && people !== undefined);
    if (!isShown) return null;
    return (
      <Form method="post" className="card">
        <p className="hint">{words.publishHint}</p>
        <button type="submit" className="button act" name="what" value="publish" disabled={isBusy}>
          {words.publish}
        </button>
      </Form>
    );
  }
  if (round.state !== 'open' && round.state !== 'planned') return null;
  return (
    <>
      <details className="card" open={total === 0 || undefined}>
        <summary>
          {words.people}: {total}
        </summary>
        <Form method="post" className="stack">
          <PeopleFields locale={locale} bands={questionnaire.bands} people={entitled} />
          <button type="submit" className="button" name="what" value="people" disabled={isBusy}>
            {words.savePeople}
          </button>
        </Form>
      </details>
      {mayPrint ? (
        <section className="card" id="codes" aria-labelledby="codes-heading">
          <h2 id="codes-heading">{words.codes}</h2>
          <p className="measure">{words.codesLead}</p>
          <p>
            <strong>{words.codesPrinted(codesPrinted, total)}</strong>
          </p>
          <form method="post" action={`/office/survey/${round.id}/codes.pdf`} className="row">
            <input type="hidden" name="sheet" value={sheet} />
            <input type="hidden" name="lang" value={locale} />
            <label>
              {words.howMany}{' '}
              <input
                name="codes"
                type="number"
                min={1}
                max={Math.max(1, total - codesPrinted)}
                required
                defaultValue={Math.max(1, total - codesPrinted)}
              />
            </label>
            <button type="submit" className="button main">
              {words.print}
            </button>
          </form>
        </section>
      ) : null}
      <Form method="post" className="card">
        <p className="hint">{words.closeHint}</p>
        <button type="submit" className="button" name="what" value="close" disabled={isBusy}>
          {words.close}
        </button>
      </Form>
    </>
  );
}
