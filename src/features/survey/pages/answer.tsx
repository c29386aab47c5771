/** /survey/:code/:year: the code and every answer in one form, without script, cookie or account; later the published results. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import chartStyles from '#interface/styles/charts.css?url';
import surveyStyles from '#interface/styles/survey.css?url';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { fieldsOf, readForm } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import { statusOf } from '../outcome.ts';
import { surveyText } from '../text.ts';
import { AnswerForm } from './answer-form.tsx';
import { Scores } from './scores.tsx';

export const links = () => [
  { rel: 'stylesheet', href: surveyStyles },
  { rel: 'stylesheet', href: chartStyles },
];

const askedOf = (params: LoaderFunctionArgs['params']) => ({
  code: params['code'] ?? '',
  fiscalYear: Number(params['year']) || 0,
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, locale, island } = context.get(pageContext);
  const asked = askedOf(params);
  const found = await app.survey.readPublic(asked, locale);
  const done = new URL(request.url).searchParams.get('done');
  return data(
    {
      locale,
      asked,
      found: found && { line: found.line, questionnaire: found.questionnaire, groups: found.groups },
      done: done === 'sent' || done === 'already' ? (done as 'sent' | 'already') : undefined,
      script: island('survey'),
    },
    { status: found ? 200 : 404 },
  );
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const asked = askedOf(params);
  const form = await readForm(request, 128 * 1024);
  const typed = form ? fieldsOf(form) : {};
  const outcome = await app.survey.send(asked, {
    key: typed['key'] ?? '',
    answer: {
      band: typed['band'] ?? '',
      words: typed['words'] ?? '',
      choices: Object.fromEntries(
        Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('item.') ? [[name.slice(5), value]] : [],
        ),
      ),
    },
  });
  if (outcome.ok)
    return redirect(
      citizenPath(
        locale,
        `/survey/${asked.code}/${asked.fiscalYear}?done=${outcome.value.counted ? 'sent' : 'already'}`,
      ),
      303,
    );
  return data({ problem: outcome.code, typed }, { status: statusOf(outcome.code) });
}

export const meta = ({
  loaderData,
}: {
  loaderData?: { locale: Locale; found?: { line: { centre: string; fiscalYear: number } } };
}) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  const line = loaderData?.found?.line;
  return [
    { title: text.title(line ? text.round.of(line.centre, line.fiscalYear) : text.answer.listHeading) },
  ];
};

export default function Answer() {
  const { locale, asked, found, done, script } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const text = surveyText(locale);
  const words = text.answer;
  const path = `/survey/${asked.code}/${asked.fiscalYear}`;
  if (!found)
    return (
      <PublicFrame locale={locale} path={path} narrow>
        <Heading>{words.listHeading}</Heading>
        <p className="card empty">{words.missing}</p>
        <p>
          <a href={citizenPath(locale, '/survey')}>{words.back}</a>
        </p>
      </PublicFrame>
    );
  const { line, questionnaire, groups } = found;
  const isOpen = line.state === 'open';
  return (
    <PublicFrame locale={locale} path={path} narrow>
      <div data-survey={`${line.code}/${line.fiscalYear}`} data-done={done === 'sent' ? 'yes' : undefined}>
        <p className="small">
          <a href={citizenPath(locale, '/survey')}>{words.back}</a>
        </p>
        <Heading>{text.round.of(line.centre, line.fiscalYear)}</Heading>
        {done ? (
          <div className={done === 'sent' ? 'note good' : 'note warn'} role="status">
            {done === 'sent' ? <strong>{words.sentHeading}</strong> : null}
            <p>{words[done]}</p>
          </div>
        ) : null}
        {isOpen && !done ? (
          <>
            <p className="soft">{words.until(formatDate(asCivilDate(line.closesOn), locale))}</p>
            <section className="card" aria-labelledby="known">
              <Heading level={2} id="known">
                {words.whatIsKnown}
              </Heading>
              <ul>
                {words.knownList(questionnaire.smallestGroup).map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              <p className="small soft">
                <Words>{words.notKnown}</Words>
              </p>
            </section>
            <AnswerForm locale={locale} questionnaire={questionnaire} answer={answer} />
          </>
        ) : null}
        {isOpen || done ? null : line.state === 'published' ? (
          <Scores locale={locale} questionnaire={questionnaire} groups={groups} />
        ) : (
          <p className="card empty">{words.closed}</p>
        )}
      </div>
      <script type="module" src={script} async />
    </PublicFrame>
  );
}
