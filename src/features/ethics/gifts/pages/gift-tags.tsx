/** Where a gift stands and what the rule says of it, in a word each. */
import type { Locale } from '#platform/text/messages.ts';
import type { GiftLine } from '../gift.ts';
import { giftsText } from '../text.ts';

const looks = { recorded: 'tag', waiting: 'tag warn', 'to-dispose': 'tag warn', closed: 'tag good' } as const;

export function GiftTags({ gift, locale }: { readonly gift: GiftLine; readonly locale: Locale }) {
  const text = giftsText(locale);
  const decided = gift.kind === 'solicitation' ? text.solicitationDecisions : text.decisions;
  return (
    <>
      <span className={looks[gift.state]}>{text.states[gift.state]}</span>{' '}
      {gift.decision ? <span className="tag deep">{decided[gift.decision]}</span> : null}{' '}
      {gift.isLate ? <span className="tag late">{gift.decision ? text.decidedLate : text.late}</span> : null}
    </>
  );
}
