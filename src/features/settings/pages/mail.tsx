/** /office/settings/mail: what waits, what was sent, what a server refused and why. */
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { MailLine, MailState } from '#platform/mail/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { settingsText } from '../text.ts';

const states: readonly MailState[] = ['waiting', 'failed', 'sent'];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  if (!(await app.settings.may(signedIn))) throw new Response('forbidden', { status: 403 });
  const asked = new URL(request.url).searchParams.get('show');
  const state = states.find((one) => one === asked) ?? 'waiting';
  return { locale, state, ...(await app.settings.mail(signedIn, state)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readForm(request, 4 * 1024);
  const outcome = await app.settings.tryMailAgain(signedIn, form ? textOf(form, 'id') : '');
  return outcome.ok ? outcome : data(outcome, { status: outcome.code === 'forbidden' ? 403 : 404 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = settingsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.mail.heading) }];
};

export default function MailPage() {
  const { locale, state, sendsMail, counts, lines } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const text = settingsText(locale);
  const words = text.mail;
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="soft">{words.lead}</p>
      {sendsMail ? null : (
        <div className="note warn">
          <p>
            <strong>{words.noServer}</strong>
          </p>
          <p>{words.noServerBody}</p>
        </div>
      )}
      {outcome ? (
        <p className={outcome.ok ? 'note good' : 'note bad'} role={outcome.ok ? 'status' : 'alert'}>
          {outcome.ok ? words.againDone : text.problems[outcome.code]}
        </p>
      ) : null}
      <nav className="row state-filter" aria-label={words.tabs}>
        {states.map((one) => (
          <Link
            key={one}
            className="button"
            to={`?show=${one}`}
            aria-current={one === state ? 'page' : undefined}
          >
            {words.tab(words.states[one], counts[one])}
          </Link>
        ))}
      </nav>
      {lines.length === 0 ? (
        <p className="card empty">{words.empty[state]}</p>
      ) : (
        <MailTable locale={locale} state={state} lines={lines} />
      )}
    </>
  );
}

type MailTableProps = {
  readonly locale: Locale;
  readonly state: MailState;
  readonly lines: readonly MailLine[];
};

function MailTable({ locale, state, lines }: MailTableProps) {
  const text = settingsText(locale);
  const words = text.mail;
  const { columns } = words;
  const time = (at: Date) => formatDateTime(new Date(at), locale);
  return (
    <>
      <table className="stacked">
        <caption className="visually-hidden">{words.states[state]}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.domain}</th>
            <th scope="col">{columns.queued}</th>
            <th scope="col">{state === 'waiting' ? columns.next : columns.ended}</th>
            {state === 'sent' ? null : <th scope="col">{columns.reason}</th>}
            {state === 'failed' ? <th scope="col">{text.act}</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td data-label={columns.kind}>
                <span className="mono">{line.kind}</span>
              </td>
              <td data-label={columns.domain}>{line.domain}</td>
              <td data-label={columns.queued}>{time(line.queuedAt)}</td>
              <td data-label={state === 'waiting' ? columns.next : columns.ended}>
                {time(line.endedAt ?? line.nextAt)}
              </td>
              {state === 'sent' ? null : (
                <td data-label={columns.reason}>
                  {line.error ? `${words.reasons[reasonOf(line.error)]} (${line.error}) · ` : null}
                  {words.tries(line.tries)}
                </td>
              )}
              {state === 'failed' ? (
                <td>
                  <Form method="post">
                    <input type="hidden" name="id" value={line.id} />
                    <button type="submit" className="button">
                      {words.again}
                    </button>
                  </Form>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 200 ? <p className="soft small">{words.latest}</p> : null}
    </>
  );
}

/** From the code that the mail library, or the server, gave. */
function reasonOf(error: string): 'away' | 'login' | 'addressee' | 'letter' | 'other' {
  if (/^(?:ESOCKET|ECONNECTION|ETIMEDOUT|EDNS|ETLS|EPROTOCOL)/.test(error)) return 'away';
  if (error.startsWith('EAUTH') || error.startsWith('ENOAUTH')) return 'login';
  if (error.startsWith('EENVELOPE')) return 'addressee';
  return error.startsWith('EMESSAGE') ? 'letter' : 'other';
}
