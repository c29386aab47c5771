/** /office/survey/:id/token: the officer's browser draws a token that the server signs without seeing it. */
import { useCallback, useEffect, useState } from 'react';
import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { isRefusal, requireOfficer, tell } from '#features/network/browser/index.ts';
import surveyStyles from '#interface/styles/survey.css?url';
import type { Locale } from '#platform/text/messages.ts';
import { surveyText } from '../text.ts';
import { tokenPlace } from '../token-store.ts';

export const links = () => [{ rel: 'stylesheet', href: surveyStyles }];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const view = await app.survey.view(signedIn, params['id'] ?? '', locale);
  return data(
    {
      locale,
      view: view && { round: view.round, mayAnswer: view.mayAnswer, hasToken: view.hasToken },
    },
    { status: view ? 200 : 404 },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.token.heading) }];
};

export default function TokenPage() {
  const { locale, view } = useLoaderData<typeof loader>();
  const text = surveyText(locale);
  const words = text.token;
  if (!view) return <p className="card empty">{text.problems['not-found']}</p>;
  const { round } = view;
  return (
    <>
      <p className="small">
        <Link to={`/office/survey/${round.id}`}>{text.round.of(round.centre, round.fiscalYear)}</Link>
      </p>
      <h1>{words.heading}</h1>
      {view.mayAnswer ? <Draw locale={locale} {...view} /> : <p className="note">{words.notOpen}</p>}
      <section className="card" aria-labelledby="how">
        <h2 id="how">{words.how}</h2>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <h2>{words.known}</h2>
        <ul>
          {words.knownList.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

type DrawProps = {
  readonly locale: Locale;
  readonly round: {
    readonly id: string;
    readonly code: string;
    readonly fiscalYear: number;
    readonly tokenKey: string;
  };
  readonly hasToken: boolean;
};

function Draw({ locale, round, hasToken }: DrawProps) {
  const words = surveyText(locale).token;
  const place = tokenPlace(round.code, round.fiscalYear);
  const [token, setToken] = useState<string>();
  const [state, setState] = useState<'idle' | 'working' | 'failed' | 'lost' | 'wrongKey'>(
    hasToken ? 'lost' : 'idle',
  );
  useEffect(() => {
    const kept = localStorage.getItem(place);
    if (kept) setToken(kept);
    // The answer of the server was lost on its way: the same blinded value is asked for again.
    else if (localStorage.getItem(`${place} blinding`)) setState('idle');
  }, [place]);
  const draw = useCallback(async () => {
    setState('working');
    try {
      const { blindAnew, drawToken } = await import('../browser/draw-token.ts');
      const before = localStorage.getItem(`${place} blinding`);
      const blinding = before ? JSON.parse(before) : blindAnew();
      localStorage.setItem(`${place} blinding`, JSON.stringify(blinding));
      const made = await drawToken(
        (blinded) => tell(`/office/survey/${round.id}/token`, { blinded }),
        round.tokenKey,
        blinding,
      );
      localStorage.setItem(place, made);
      localStorage.removeItem(`${place} blinding`);
      setToken(made);
      setState('idle');
    } catch (error) {
      if (isRefusal(error) && error.code === 'already-issued') {
        localStorage.removeItem(`${place} blinding`);
        setState('lost');
      } else setState(error instanceof Error && error.message === 'wrong-key' ? 'wrongKey' : 'failed');
    }
  }, [place, round.id, round.tokenKey]);
  if (token)
    return (
      <section className="card" aria-labelledby="ready">
        <h2 id="ready">{words.ready}</h2>
        <p>{words.readyLead}</p>
        <p>
          <a
            className="button act"
            href={`${locale === 'en' ? '/en' : ''}/survey/${round.code}/${round.fiscalYear}`}
          >
            {words.go}
          </a>
        </p>
        <div className="field">
          <label htmlFor="token">{words.card}</label>
          <textarea id="token" className="survey-token" rows={4} readOnly value={token} />
        </div>
      </section>
    );
  if (state === 'lost') return <p className="note">{words.lost}</p>;
  return (
    <section className="card">
      {state === 'failed' || state === 'wrongKey' ? (
        <p className="note bad" role="alert">
          {words[state]}
        </p>
      ) : null}
      <noscript>
        <p className="note">{words.noScript}</p>
      </noscript>
      <button type="button" className="button act" disabled={state === 'working'} onClick={() => void draw()}>
        {state === 'working' ? words.working : words.draw}
      </button>
    </section>
  );
}
