/** A nominee's own question: may the name be published? */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { RoundState, Standing } from '../honour.ts';
import { honoursText } from '../text.ts';

type ConsentProps = {
  readonly locale: Locale;
  readonly isGiven: boolean | undefined;
  readonly state: RoundState;
  readonly standing: Standing;
};

export function ConsentCard({ locale, isGiven, state, standing }: ConsentProps) {
  const words = honoursText(locale).one;
  const isBusy = useNavigation().state !== 'idle';
  const isEarly = state === 'nominating' || state === 'scoring';
  const mayWithdraw = isGiven === true && (state === 'scored' || standing === 'on-roll');
  return (
    <Form method="post" className="card honour-form" aria-labelledby="consent">
      <h2 id="consent">{words.consent}</h2>
      {isEarly ? <p>{words.consentAsk}</p> : null}
      <p>
        <strong>{words.consentSaid[isGiven === undefined ? 'none' : isGiven ? 'yes' : 'no']}</strong>
      </p>
      <div className="row">
        {isEarly && isGiven !== true ? (
          <button type="submit" name="intent" value="yes" className="button act" disabled={isBusy}>
            {words.yes}
          </button>
        ) : null}
        {isEarly && isGiven !== false ? (
          <button type="submit" name="intent" value="no" className="button" disabled={isBusy}>
            {words.no}
          </button>
        ) : null}
        {mayWithdraw ? (
          <button type="submit" name="intent" value="no" className="button" disabled={isBusy}>
            {words.withdraw}
          </button>
        ) : null}
      </div>
      {isEarly ? <p className="hint">{words.consentHint}</p> : null}
    </Form>
  );
}
