/** The case as its reporter sees it, rendered on the server for who has no script. */
import { citizenPath } from '#interface/public-frame.tsx';
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { followText } from '../follow-text.ts';
import { formText } from '../form-text.ts';
import type { ReadMessage } from '../open-dialogue.ts';
import { type Said, type Story, storyFields } from '../report.ts';
import type { FollowOutcome } from '../without-script/follow-form.ts';
import { refusalWords } from './follow-refusal.ts';
import { problemWords } from './report-fields.tsx';

type FollowedCaseProps = {
  readonly locale: Locale;
  readonly names: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
  readonly outcome: Extract<FollowOutcome, { kind: 'open' }>;
};

export function FollowedCase({ locale, names, topics, outcome }: FollowedCaseProps) {
  const text = followText(locale);
  const { report, messages, digits } = outcome;
  const stage = text.stages[report.stage as keyof typeof text.stages];
  const refusal = outcome.refusal && refusalWords(locale, outcome.refusal);
  return (
    <article className="case">
      {outcome.done === 'opened' ? null : (
        <p className="note good" role="status">
          {text[outcome.done]}
        </p>
      )}
      {refusal || outcome.problems.length > 0 ? (
        <p className="note bad" role="alert">
          {refusal} {outcome.problems.map((problem) => problemWords(locale, problem)).join(' ')}
        </p>
      ) : null}
      <h1>
        {text.number} <span className="w">{report.number}</span>
      </h1>
      <section className="card stage">
        <h2>{stage.name}</h2>
        <p>{stage.next}</p>
        {report.outcome ? <p className="outcome">{report.outcome[locale]}</p> : null}
        {report.contestedAt ? <p>{text.afterContest}</p> : null}
        <p className="soft small">
          {text.received} {formatDateTime(new Date(report.receivedAt), locale)} · {text.centre}{' '}
          {names[report.unitCode] ?? report.unitCode}
        </p>
      </section>
      <h2>{text.dialogue}</h2>
      {messages.map((message) => (
        <Message
          key={message.id}
          locale={locale}
          message={message}
          names={names}
          topics={topics}
          digits={digits}
        />
      ))}
      <Write locale={locale} outcome={outcome} intent="message" />
      {report.contestable ? (
        <details>
          <summary>{text.contest}</summary>
          <Write locale={locale} outcome={outcome} intent="contest" />
        </details>
      ) : null}
      <p>
        <a className="button quiet" href={citizenPath(locale, '/')}>
          {text.leave}
        </a>
      </p>
    </article>
  );
}

type MessageProps = Pick<FollowedCaseProps, 'locale' | 'names' | 'topics'> & {
  readonly message: ReadMessage;
  readonly digits: string;
};

function Message({ locale, message, names, topics, digits }: MessageProps) {
  const text = followText(locale);
  const isOfficer = message.author === 'officer';
  return (
    <section className={`message ${isOfficer ? 'theirs' : 'ours'}`}>
      <p className="soft small">
        <strong>{isOfficer ? text.officer : text.you}</strong> ·{' '}
        {formatDateTime(new Date(message.sentAt), locale)}
        {message.author === 'server' ? ` · ${text.sealedByServer}` : null}
      </p>
      {message.ok ? (
        <>
          <Body locale={locale} body={message.body} names={names} topics={topics} />
          {message.attachments.map((file) => (
            <form
              key={file.id}
              method="post"
              encType="multipart/form-data"
              action={citizenPath(locale, '/follow/file')}
            >
              <input type="hidden" name="receipt" value={digits} />
              <input type="hidden" name="file" value={file.id} />
              {file.name}{' '}
              <button type="submit" className="button quiet">
                {text.download}
              </button>
            </form>
          ))}
        </>
      ) : (
        <p className="note bad">{message.problem === 'no-key' ? text.noKey : text.unverifiable}</p>
      )}
    </section>
  );
}

type BodyProps = Pick<FollowedCaseProps, 'locale' | 'names' | 'topics'> & { readonly body: Story | Said };

function Body({ locale, body, names, topics }: BodyProps) {
  const text = followText(locale);
  if (body.type !== 'report')
    return (
      <>
        {body.type === 'contest' ? <h3>{text.contested}</h3> : null}
        <p className="said">{body.text}</p>
      </>
    );
  return (
    <details open>
      <summary>{text.yourReport}</summary>
      <dl>
        {storyFields(body, names, topics).map(([field, words]) => (
          <div key={field}>
            <dt>{text.fields[field]}</dt>
            <dd className="said">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type WriteProps = Pick<FollowedCaseProps, 'locale' | 'outcome'> & {
  readonly intent: 'message' | 'contest';
};

function Write({ locale, outcome, intent }: WriteProps) {
  const text = followText(locale);
  const id = `${intent}-text`;
  return (
    <form className="card" method="post" encType="multipart/form-data">
      <input type="hidden" name="receipt" value={outcome.digits} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="message" value={outcome.messageId} />
      <label htmlFor={id}>{intent === 'contest' ? text.contest : text.write}</label>
      <p className="hint">{intent === 'contest' ? text.contestHint : text.writeHint}</p>
      <textarea id={id} name="text" rows={5} defaultValue={outcome.text} />
      {intent === 'contest' ? null : (
        <>
          <label htmlFor="more-files">{text.addFiles}</label>
          <input id="more-files" type="file" name="files" multiple />
          <label className="choice">
            <input type="checkbox" name="clean" value="yes" defaultChecked />
            <span>{formText(locale).files.clean}</span>
          </label>
        </>
      )}
      <button type="submit" className="button main">
        {intent === 'contest' ? text.contestSend : text.send}
      </button>
    </form>
  );
}
