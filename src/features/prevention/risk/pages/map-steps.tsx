/** What may be done with the map now, each with what follows from it. */
import { Form, Link, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { riskText } from '../text.ts';
import type { MapView } from '../view-map.ts';

type Props = {
  readonly locale: Locale;
  readonly view: MapView;
  readonly ids: { readonly step: string; readonly version: string };
};

export function MapSteps({ locale, view, ids }: Props) {
  const { map, next, may, risks, gaps } = view;
  const text = riskText(locale);
  const isBusy = useNavigation().state !== 'idle';
  // Returning and verifying need the whole map before one's eyes: they stand on the page for it.
  const here = next.filter((step) => step !== 'returned' && step !== 'verified');
  const open = Object.values(gaps).filter((fields) => fields.length > 0).length;
  const reviews = next.some((step) => step === 'returned' || step === 'verified');
  if (here.length === 0 && !reviews && !may.discard && !may['start-version']) return null;
  return (
    <section className="card map-steps" aria-labelledby="next-steps">
      <h2 id="next-steps">{text.states[map.state]}</h2>
      {reviews ? (
        <p>
          <Link className="button act" to={`/office/risks/${map.id}/review`}>
            {text.review.heading}
          </Link>
        </p>
      ) : null}
      {here.map((step) => (
        <Form method="post" key={step} className="stack">
          <input type="hidden" name="id" value={ids.step} />
          <input type="hidden" name="revision" value={map.revision} />
          {step === 'submitted' && (open > 0 || risks.length === 0) ? (
            <p className="note warn small">{text.problems[risks.length === 0 ? 'empty-map' : 'gaps']}</p>
          ) : null}
          <button type="submit" name="intent" value={step} className="button act" disabled={isBusy}>
            {text.steps[step]}
          </button>
          <p className="hint">{text.stepHints[step as keyof typeof text.stepHints]}</p>
        </Form>
      ))}
      {may['start-version'] ? (
        <details>
          <summary>{text.map.newVersion}</summary>
          <Form method="post">
            <input type="hidden" name="id" value={ids.version} />
            <p className="hint">{text.map.newVersionHint}</p>
            <div className="field">
              <label htmlFor="version-reason">{text.map.newVersionReason}</label>
              <textarea
                id="version-reason"
                name="reason"
                className="short"
                required
                minLength={5}
                maxLength={1000}
              />
            </div>
            <button type="submit" name="intent" value="version" className="button" disabled={isBusy}>
              {text.map.newVersion}
            </button>
          </Form>
        </details>
      ) : null}
      {may.discard ? (
        <details>
          <summary>{text.map.discard}</summary>
          <Form method="post">
            <p className="hint">{text.map.discardHint}</p>
            <button type="submit" name="intent" value="discard" className="button danger" disabled={isBusy}>
              {text.map.discardYes}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
