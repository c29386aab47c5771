/** /office/circulars: papers to the officer's centre, unread first, and those it issued. */
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { CircularLine, IssuedLine, ReceivedLine } from '#features/knowledge/circulars/index.ts';
import { requireOfficer } from '#features/network/browser/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDue } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { unitsFor } from '../circular.policies.ts';
import { circularsText } from '../text.ts';
import { StateTag } from './state-tag.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const asked = new URL(request.url).searchParams;
  const shown = asked.get('show') === 'issued' ? 'issued' : 'received';
  const sought = asked.get('q')?.trim() ?? '';
  const mayIssue = unitsFor('issue', signedIn.appointments).length > 0;
  return {
    locale,
    shown,
    sought,
    mayIssue,
    today: civilDate(app.ground.now()),
    received: shown === 'received' ? await app.circulars.listReceived(signedIn, locale, sought) : [],
    issued: shown === 'issued' ? await app.circulars.listIssued(signedIn, locale, sought) : [],
  } as const;
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = circularsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.heading) }];
};

export default function Circulars() {
  const { locale, shown, sought, mayIssue, today, received, issued } = useLoaderData<typeof loader>();
  const text = circularsText(locale);
  return (
    <>
      <div className="row page-head">
        <h1>{text.heading}</h1>
        {mayIssue ? (
          <Link className="button act" to="/office/circulars/new">
            {text.issue}
          </Link>
        ) : null}
      </div>
      <p className="soft">{text.lead}</p>
      <nav className="row state-filter" aria-label={text.heading}>
        {(['received', 'issued'] as const).map((each) => (
          <Link
            key={each}
            className="button"
            to={each === 'issued' ? '?show=issued' : '/office/circulars'}
            aria-current={shown === each ? 'true' : undefined}
          >
            {text[each]}
          </Link>
        ))}
      </nav>
      <Form method="get" role="search" className="row find" key={`${shown} ${sought}`}>
        {shown === 'issued' ? <input type="hidden" name="show" value="issued" /> : null}
        <input
          type="search"
          name="q"
          defaultValue={sought}
          maxLength={100}
          aria-label={text.find}
          placeholder={text.find}
        />
        <button type="submit" className="button">
          {text.findButton}
        </button>
        <a
          className="button quiet"
          href={`/office/circulars/register.csv?${new URLSearchParams({ show: shown, q: sought, lang: locale })}`}
        >
          {text.registerCsv}
        </a>
      </Form>
      {sought !== '' && received.length + issued.length === 0 ? (
        <p className="card empty">{text.notFound}</p>
      ) : shown === 'received' ? (
        <Received lines={received} locale={locale} today={today} />
      ) : (
        <Issued lines={issued} locale={locale} />
      )}
    </>
  );
}

type ReceivedProps = {
  readonly lines: readonly ReceivedLine[];
  readonly locale: Locale;
  readonly today: string;
};

function Received({ lines, locale, today }: ReceivedProps) {
  const text = circularsText(locale);
  if (lines.length === 0) return <p className="card empty">{text.receivedNone}</p>;
  const isOneCentre = new Set(lines.map(({ unitId }) => unitId)).size === 1;
  return (
    <table className="stacked">
      <thead>
        <tr>
          <th scope="col">{text.columns.subject}</th>
          <th scope="col">{text.columns.from}</th>
          <th scope="col">{text.columns.due}</th>
          <th scope="col">{text.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.id} ${line.unitId}`} className={line.state === 'waiting' ? 'unread' : undefined}>
            <td>
              <Subject line={line} locale={locale} />
            </td>
            <td>
              {line.fromName}
              {isOneCentre ? null : <div className="small soft">{text.for(line.unitName)}</div>}
            </td>
            <td>
              {line.answerDueOn ? (
                <>
                  <span className="stacked-label">{text.columns.due}: </span>
                  {formatDate(asCivilDate(line.answerDueOn), locale, 'short')}
                  {line.state === 'answered' ? null : (
                    <div className={line.state === 'late' ? 'small problem' : 'small soft'}>
                      {formatDue(asCivilDate(line.answerDueOn), asCivilDate(today), locale)}
                    </div>
                  )}
                </>
              ) : null}
            </td>
            <td>
              <StateTag state={line.state} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Issued({ lines, locale }: { readonly lines: readonly IssuedLine[]; readonly locale: Locale }) {
  const text = circularsText(locale);
  if (lines.length === 0) return <p className="card empty">{text.issuedNone}</p>;
  return (
    <table className="stacked">
      <thead>
        <tr>
          <th scope="col">{text.columns.subject}</th>
          <th scope="col">{text.columns.read}</th>
          <th scope="col">{text.columns.answered}</th>
          <th scope="col">{text.columns.due}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <Subject line={line} locale={locale} />
            </td>
            <td>
              <span className="stacked-label">{text.columns.read}: </span>
              <Link to={`/office/circulars/${line.id}?show=waiting`}>
                {text.count(line.acknowledged, line.addressees)}
              </Link>
            </td>
            <td>
              {line.answerDueOn ? (
                <>
                  <span className="stacked-label">{text.columns.answered}: </span>
                  <Link to={`/office/circulars/${line.id}?show=answered`}>
                    {text.count(line.answered, line.addressees)}
                  </Link>
                </>
              ) : null}
            </td>
            <td>
              {line.answerDueOn ? (
                <>
                  <span className="stacked-label">{text.columns.due}: </span>
                  {formatDate(asCivilDate(line.answerDueOn), locale, 'short')}
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ line, locale }: { readonly line: CircularLine; readonly locale: Locale }) {
  const text = circularsText(locale);
  return (
    <>
      <Link to={`/office/circulars/${line.id}`} lang="th">
        {line.subject}
      </Link>
      <div className="small soft">
        {text.kinds[line.kind]}
        {' · '}
        {text.numberAndDate(line.number, formatDate(asCivilDate(line.dated), locale, 'short'))}{' '}
        {line.isSuperseded ? <span className="tag warn">{text.superseded}</span> : null}
      </div>
    </>
  );
}
