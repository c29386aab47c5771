/** One message of a dialogue or one note, with a loud line where it could not be believed. */
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { CaseKeys } from '../browser/case-keys.ts';
import type { ReadMessage } from '../browser/read-messages.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { CaseFiles } from './case-files.tsx';
import { personName } from './person-name.ts';
import type { Acts } from './use-acts.ts';

type Props = {
  readonly read: ReadMessage;
  readonly view: CaseView;
  readonly keys: CaseKeys;
  readonly acts: Acts;
  readonly locale: Locale;
  readonly text: CasesText;
};

export function CaseMessage({ read, view, keys, acts, locale, text }: Props) {
  const { message, body } = read;
  const from =
    message.author === 'officer' ? personName(view, message.personId, locale, text) : text.reporter;
  return (
    <li className={`said-by ${message.author === 'officer' ? 'officer' : 'reporter'}`}>
      <p className="soft small">
        <strong>{from}</strong> · {formatDateTime(new Date(message.sentAt), locale)}
        {message.author === 'server' ? ` · ${text.byServerShort}` : ''}
      </p>
      <MessageProblem read={read} text={text} />
      {body?.type === 'contest' ? <p className="tag warn">{text.case.contestSaid}</p> : null}
      {body && body.type !== 'report' ? <p className="said">{body.text}</p> : null}
      <CaseFiles read={read} keys={keys} acts={acts} locale={locale} text={text} />
    </li>
  );
}

/** Says why a message is not to be relied on. */
export function MessageProblem({ read, text }: { readonly read: ReadMessage; readonly text: CasesText }) {
  if (!read.problem) return null;
  const { problems } = text.case;
  const reason = read.problem in problems ? problems[read.problem as keyof typeof problems] : problems.other;
  return (
    <p className="note bad" role="alert">
      {text.case.notVerified} {reason}
    </p>
  );
}
