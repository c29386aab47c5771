/** /office/survey: the surveys of the officer's centres, those she may answer, and where one is opened. */
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { surveyText } from '../text.ts';
import { RoundTag } from './round-tag.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  return { locale, desk: await app.survey.desk(signedIn, locale) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = surveyText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function SurveyDesk() {
  const { locale, desk } = useLoaderData<typeof loader>();
  const text = surveyText(locale);
  const words = text.desk;
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {desk.mayOpen.length > 0 || desk.mayOpenForAll ? (
          <Link className="button main" to="/office/survey/new">
            {words.open}
          </Link>
        ) : null}
      </div>
      <p className="soft measure">{text.lead}</p>
      <p className="row small">
        {desk.seesNetwork ? <Link to="/office/survey/network">{words.network}</Link> : null}
        <Link to="/office/survey/questionnaires">{words.questionnaires}</Link>
      </p>
      {desk.rounds.length === 0 ? <p className="card empty">{words.none}</p> : null}
      {desk.rounds.map((round) => (
        <section key={round.id} className="card" aria-labelledby={`round-${round.id}`}>
          <h2 id={`round-${round.id}`}>
            <Link to={`/office/survey/${round.id}`}>
              {round.centre} · {text.year(round.fiscalYear)}
            </Link>
          </h2>
          <p>
            <RoundTag state={round.state} locale={locale} />{' '}
            <span className="small soft">{words.until(day(round.opensOn), day(round.closesOn))}</span>
          </p>
          {round.mayAnswer ? (
            <p>
              <Link className="button act" to={`/office/survey/${round.id}/token`}>
                {words.answer}
              </Link>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}
