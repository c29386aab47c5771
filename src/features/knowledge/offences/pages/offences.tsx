/** /offences: who, what, then the sections that may apply. One question a screen, by plain links; nothing is kept. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { actors, acts } from '../offence.ts';
import { offencesText } from '../text.ts';
import { OffenceCards } from './offence-cards.tsx';
import { ReportThis } from './report-this.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const query = new URL(request.url).searchParams;
  const who = actors.find((one) => one === query.get('who'));
  const what = acts.find((one) => one === query.get('what'));
  const askWho = !who && query.get('who') !== 'any';
  const askWhat = !askWho && !what;
  return {
    locale,
    who,
    what,
    step: askWho ? ('who' as const) : askWhat ? ('what' as const) : ('found' as const),
    choices: askWhat ? await app.offences.actsFor(who) : [],
    found: askWho || askWhat ? [] : (await app.offences.find({ who, what }, locale)).cards,
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = offencesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Offences() {
  const { locale, who, what, step, choices, found } = useLoaderData<typeof loader>();
  const text = offencesText(locale);
  const whoQuery = who ?? 'any';
  const path = step === 'who' ? '/offences' : `/offences?who=${whoQuery}${what ? `&what=${what}` : ''}`;
  const to = (query: string) => citizenPath(locale, `/offences${query}`);
  return (
    <PublicFrame locale={locale} path={path} narrow={step !== 'found'}>
      {step === 'who' ? (
        <>
          <Heading>{text.heading}</Heading>
          <p>{text.lead}</p>
          <p className="soft small">{text.step(1, 2)}</p>
          <Heading level={2} id="question">
            {text.whoQuestion}
          </Heading>
          <p className="hint">{text.whoHint}</p>
          <ul className="offence-choices" aria-labelledby="question">
            {actors.map((one) => (
              <li key={one}>
                <a className="choice" href={to(`?who=${one}`)}>
                  <span>
                    <Words>{text.who[one].name}</Words>
                    <small>{text.who[one].hint}</small>
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <p className="row">
            <a className="button quiet" href={to('?who=any')}>
              {text.anyone}
            </a>
            <a className="button quiet" href={citizenPath(locale, '/offences/all')}>
              {text.all}
            </a>
          </p>
        </>
      ) : null}
      {step === 'what' ? (
        <>
          <p className="soft small">
            {text.step(2, 2)} · {who ? text.who[who].name : text.anyone}
          </p>
          <h1 id="question">
            <Words>{text.whatQuestion}</Words>
          </h1>
          <ul className="offence-choices" aria-labelledby="question">
            {choices.map((one) => (
              <li key={one}>
                <a className="choice" href={to(`?who=${whoQuery}&what=${one}`)}>
                  <span>
                    <Words>{text.what[one]}</Words>
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a className="button quiet" href={to('')}>
              {text.back}
            </a>
          </p>
        </>
      ) : null}
      {step === 'found' ? (
        <>
          <Heading>{text.found(found.length)}</Heading>
          <p className="soft">
            {text.yourAnswers}: {who ? text.who[who].name : text.anyone}
            {what ? ` · ${text.what[what]}` : ''}
          </p>
          <p className="note">{text.notAdvice}</p>
          {found.length > 0 ? <OffenceCards cards={found} locale={locale} /> : <p>{text.none}</p>}
          <ReportThis locale={locale} />
          <p className="row">
            <a className="button quiet" href={to(`?who=${whoQuery}`)}>
              {text.back}
            </a>
            <a className="button quiet" href={to('')}>
              {text.again}
            </a>
          </p>
        </>
      ) : null}
    </PublicFrame>
  );
}
