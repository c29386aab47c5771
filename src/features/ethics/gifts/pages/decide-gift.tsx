/** The superior's form: what becomes of the gift, and why. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { decisions, type GiftView } from '../gift.ts';
import { giftsText } from '../text.ts';

type DecideProps = { readonly gift: GiftView; readonly locale: Locale; readonly actId: string };

export function DecideGift({ gift, locale, actId }: DecideProps) {
  const text = giftsText(locale);
  const { view } = text;
  const [ownId] = useState(actId);
  const isBusy = useNavigation().state !== 'idle';
  const names = gift.kind === 'solicitation' ? text.solicitationDecisions : text.decisions;
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{view.decideHeading}</h2>
      <p className="hint">{view.decideLead}</p>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="id" value={ownId} />
        <fieldset>
          <legend>{view.decided}</legend>
          {decisions.map((decision) => (
            <label key={decision} className="choice">
              <input type="radio" name="decision" value={decision} required />
              <span>
                {names[decision]}
                {decision === 'keep' && gift.kind === 'solicitation' ? null : (
                  <small>{text.decisionHints[decision]}</small>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="reasons">{view.reasons}</label>
          <textarea id="reasons" name="reasons" className="short" required maxLength={2000} />
        </div>
        <button type="submit" className="button act" disabled={isBusy}>
          {view.decide}
        </button>
      </Form>
    </section>
  );
}
