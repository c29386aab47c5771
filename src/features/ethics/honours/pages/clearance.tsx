/** /office/honours/clearance: whoever works on cases answers for her centre, once, about the whole list. */
import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import ethicsStyles from '#interface/styles/ethics.css?url';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../../outcome.ts';
import type { ClearanceList } from '../read-honours.ts';
import { honoursText } from '../text.ts';
import { nominationLimit } from './posted-nomination.ts';
import { Said } from './said.tsx';

export const links = () => [{ rel: 'stylesheet', href: ethicsStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return {
    locale,
    id: crypto.randomUUID(),
    list: await app.ethics.honours.clearance(signedIn, locale),
    isDone: new URL(request.url).searchParams.has('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, nominationLimit);
  if (!form) return data({ problem: 'malformed' as const }, { status: 422 });
  const outcome = await app.ethics.honours.answer(signedIn, {
    id: textOf(form, 'id'),
    roundId: textOf(form, 'roundId'),
    unitId: Number(textOf(form, 'unitId')),
    // Every name posts one of two words of equal length: what is sent has one size whatever it says.
    held: form
      .getAll('nominee')
      .map(String)
      .filter((nominee) => textOf(form, nominee) === 'hold_'),
  });
  return outcome.ok
    ? redirect('/office/honours/clearance?done')
    : data({ problem: outcome.code }, { status: statusOf(outcome.code) });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = honoursText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.clearance.heading) }];
};

export default function Clearance() {
  const { locale, id, list, isDone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const text = honoursText(locale);
  const words = text.clearance;
  const centres = list?.centres ?? [];
  return (
    <>
      <p className="small">
        <Link to="/office/honours">{text.back}</Link>
      </p>
      <h1>{words.heading}</h1>
      <Said locale={locale} done={isDone ? words.done : undefined} problem={problem} />
      {centres.length === 0 ? (
        <p className="card empty">{words.none}</p>
      ) : (
        <>
          <p className="measure">{words.lead}</p>
          <p className="measure">{words.explain}</p>
          <p className="note measure">{words.secret}</p>
        </>
      )}
      {centres.map((centre) => (
        <section key={centre.unitId} aria-labelledby={`centre${centre.unitId}`}>
          <h2 id={`centre${centre.unitId}`}>{words.of(centre.name)}</h2>
          {centre.isAnswered ? (
            <p className="note good">{words.answered}</p>
          ) : (
            <AnswerForm key={centre.unitId} {...{ locale, id, centre, roundId: list!.roundId }} />
          )}
        </section>
      ))}
    </>
  );
}

type AnswerProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly roundId: string;
  readonly centre: ClearanceList['centres'][number];
};

function AnswerForm({ locale, id, roundId, centre }: AnswerProps) {
  const words = honoursText(locale).clearance;
  const isBusy = useNavigation().state !== 'idle';
  const [ownId] = useState(id);
  return (
    <Form method="post" className="honour-form">
      <input type="hidden" name="id" value={ownId} />
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="unitId" value={centre.unitId} />
      {centre.list.map((one) => (
        <fieldset key={one.id} className="card honour-answer">
          <legend>{one.name}</legend>
          <input type="hidden" name="nominee" value={one.id} />
          <p className="small soft">
            {one.centre} · {one.category}
          </p>
          <div className="row">
            <label className="choice">
              <input type="radio" name={one.id} value="clear" defaultChecked /> <span>{words.clear}</span>
            </label>
            <label className="choice">
              <input type="radio" name={one.id} value="hold_" /> <span>{words.hold}</span>
            </label>
          </div>
        </fieldset>
      ))}
      <button type="submit" className="button act" disabled={isBusy}>
        {words.send}
      </button>
      <p className="hint">{words.sendHint}</p>
    </Form>
  );
}
