/** Where an answer stands, how a link was found, whether a list is confirmed: as tags. */
import type { Locale } from '#platform/text/messages.ts';
import type { Answer, Link } from '../answers/answer.ts';
import { disclosureText } from '../text.ts';

export function AnswerTag({
  answer,
  locale,
}: {
  readonly answer: Pick<Answer, 'state' | 'result'> | undefined;
  readonly locale: Locale;
}) {
  const text = disclosureText(locale);
  const state = text.states[answer?.state ?? 'none'];
  if (answer?.result && answer.state !== 'appealed')
    return (
      <span className={answer.result === 'met' ? 'tag good' : 'tag warn'}>
        {state}: {text.results[answer.result]}
      </span>
    );
  return <span className={answer && answer.state !== 'preparing' ? 'tag deep' : 'tag'}>{state}</span>;
}

export function LinkTag({ link, locale }: { readonly link: Pick<Link, 'outcome'>; readonly locale: Locale }) {
  const { item } = disclosureText(locale);
  if (!link.outcome) return <span className="tag">{item.notChecked}</span>;
  return (
    <span className={link.outcome === 'good' ? 'tag good' : 'tag warn'}>{item.outcomes[link.outcome]}</span>
  );
}

export const UnconfirmedTag = ({ locale }: { readonly locale: Locale }) => (
  <span className="tag warn">{disclosureText(locale).unconfirmed}</span>
);
