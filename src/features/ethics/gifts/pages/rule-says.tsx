/** In plain words, while the form is filled in: over the limit or not, and by when the superior must know. */
import { asCivilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { basisOf } from '../../rules/rule.ts';
import type { GiftKind } from '../gift.ts';
import { dueBy, judge, rulesOn } from '../gift-rules.ts';
import { giftsText } from '../text.ts';
import type { GiftForm } from '../view-gifts.ts';

type RuleSaysProps = {
  readonly locale: Locale;
  readonly facts: GiftForm;
  readonly kind: GiftKind;
  readonly receivedOn: string;
  readonly relation: string;
  readonly value: string;
};

const looks = { exempt: 'note good', within: 'note good', over: 'note warn', solicitation: 'note warn' };

export function RuleSays({ locale, facts, kind, receivedOn, relation, value }: RuleSaysProps) {
  const text = giftsText(locale);
  const { form } = text;
  const received = parseCivilDate(receivedOn);
  const giver = facts.givers.find(({ code }) => code === relation);
  const amount = Number(value.replaceAll(/[,\s]/g, '') || Number.NaN);
  const rules = received && rulesOn(facts.rules, received);
  const isKnown = rules && (kind === 'solicitation' || (giver && Number.isFinite(amount)));
  const verdict = isKnown
    ? judge({ kind, valueBaht: amount }, giver?.isExempt ?? false, rules.limit.amount)
    : undefined;
  const holidays = new Set(facts.holidays.map(asCivilDate));
  const day = (date: string) => formatDate(asCivilDate(date), locale);
  const words = () => {
    if (!verdict || !rules) return form.verdictWaiting;
    if (verdict !== 'over') return verdict === 'within' ? form.within(rules.limit.amount) : form[verdict];
    const { due } = dueBy(received, rules.report, holidays);
    return due < facts.today
      ? form.overPast(rules.limit.amount, day(due))
      : form.over(rules.limit.amount, day(due));
  };
  const isDecided = verdict === 'over' || verdict === 'solicitation';
  return (
    <div className={`rule-says ${verdict ? looks[verdict] : 'note'}`} role="status">
      <h2>
        {verdict ? text.verdicts[verdict] : form.verdictHeading}{' '}
        {verdict === 'over' && rules?.limit.status === 'unconfirmed' ? (
          <span className="tag warn">{text.unconfirmed}</span>
        ) : null}
      </h2>
      <p>{words()}</p>
      {isDecided && rules ? (
        <p>
          {form.decideBy(day(dueBy(asCivilDate(facts.today), rules.decide, holidays).due))}{' '}
          {rules.decide.status === 'unconfirmed' ? (
            <span className="tag warn">{text.unconfirmed}</span>
          ) : null}
        </p>
      ) : null}
      {isDecided ? <p>{form.whoDecides}</p> : null}
      {verdict && rules ? (
        <p className="small soft">
          {text.view.basis}:{' '}
          {giver && verdict === 'exempt' ? basisOf(giver, locale) : basisOf(rules.limit, locale)}
        </p>
      ) : null}
    </div>
  );
}
