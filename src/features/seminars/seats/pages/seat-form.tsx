/** /seat/:token/form: what the organiser needs to know of a participant. It works without script; answers survive a mistake. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import seatStyles from '#interface/styles/seats.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import { codesOf } from '../form/form-rules.ts';
import { statusOf } from '../seat-outcome.ts';
import { seatsText } from '../text.ts';
import { FormFieldset } from './form-fieldset.tsx';

export const links = () => [{ rel: 'stylesheet', href: seatStyles }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const token = params['token'] ?? '';
  const own = await app.seats.openForm(token);
  return data({ locale, token, own }, { status: own ? 200 : 404 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const form = await readForm(request, 256 * 1024);
  const token = params['token'] ?? '';
  if (!form) return data({ problem: 'malformed' as const, problems: {}, typed: {} }, { status: 400 });
  const typed = Object.fromEntries(
    [...Map.groupBy(form, ([name]) => name)].map(([name, all]) => [
      name,
      all.map(([, value]) => String(value)),
    ]),
  );
  const outcome = await app.seats.answerForm(token, {
    answers: (code) => typed[`f.${code}`] ?? [],
    positionTh: textOf(form, 'positionTh'),
    phone: textOf(form, 'phone'),
    citizenNumber: textOf(form, 'citizenNumber'),
  });
  if (outcome.ok) return redirect(citizenPath(locale, `/seat/${token}?done=form`));
  const problems = outcome.code === 'answers' ? outcome.problems : {};
  return data(
    { problem: outcome.code, problems, typed },
    { status: outcome.code === 'answers' ? 409 : statusOf(outcome.code) },
  );
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = seatsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.form.heading) }];
};

export default function SeatFormPage() {
  const { locale, token, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = seatsText(locale);
  const words = text.form;
  const back = (
    <p className="small">
      <a href={citizenPath(locale, `/seat/${token}`)}>{text.seat.back}</a>
    </p>
  );
  if (!own)
    return (
      <PublicFrame locale={locale} path="/" narrow>
        <Heading>{words.heading}</Heading>
        <p className="card empty">{words.none}</p>
        {back}
      </PublicFrame>
    );
  const typed = refused?.typed as Record<string, string[]> | undefined;
  const answersOf = (code: string): readonly string[] => {
    if (typed) return typed[`f.${code}`] ?? [];
    const answer = own.answers[code];
    return typeof answer === 'number' ? [String(answer)] : codesOf(answer);
  };
  const { problem } = refused ?? {};
  const problems = (refused?.problems ?? {}) as Record<string, keyof typeof words.answerProblems>;
  const numberAsked = own.citizenNumber;
  return (
    <PublicFrame locale={locale} path={`/seat/${token}/form`} narrow>
      {back}
      <p className="small soft">{titleOf(own.seminar, locale)}</p>
      <Heading>{words.heading}</Heading>
      <p>{words.lead}</p>
      {problem ? (
        <p className="note bad" role="alert">
          {problem === 'answers' ? words.check : text.problems[problem]}
        </p>
      ) : null}
      <form method="post" className="seat-form">
        <FormFieldset
          fields={own.fields}
          locale={locale}
          answersOf={answersOf}
          problemOf={(code) => problems[code] && words.answerProblems[problems[code]]}
        />
        <h2>{words.contact}</h2>
        <div className="field">
          <label htmlFor="positionTh">{words.position}</label>
          <input
            id="positionTh"
            name="positionTh"
            lang="th"
            maxLength={200}
            autoComplete="organization-title"
            defaultValue={typed?.['positionTh']?.[0] ?? own.seat.positionTh}
          />
        </div>
        <div className="field">
          <label htmlFor="phone">{words.phone}</label>
          <input
            id="phone"
            name="phone"
            type="tel"
            maxLength={40}
            autoComplete="tel"
            defaultValue={typed?.['phone']?.[0] ?? own.phone}
          />
        </div>
        {numberAsked ? (
          <div className="field">
            <label htmlFor="citizenNumber">{words.citizenNumber}</label>
            <p className="hint" id="citizenNumber-hint">
              {words.citizenNumberWhy(
                numberAsked.reason,
                formatDate(asCivilDate(numberAsked.erasedOn), locale),
              )}
              {numberAsked.isGiven ? <strong> {words.citizenNumberGiven}</strong> : null}
            </p>
            <input
              id="citizenNumber"
              name="citizenNumber"
              inputMode="numeric"
              maxLength={20}
              autoComplete="off"
              aria-describedby="citizenNumber-hint"
              aria-invalid={problem === 'citizen-number-wrong' ? true : undefined}
            />
          </div>
        ) : null}
        <button type="submit" className="button main">
          {words.send}
        </button>
      </form>
    </PublicFrame>
  );
}
