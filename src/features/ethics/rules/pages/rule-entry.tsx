/** The form of a rule's next version, begun with what stands. */
import { useId, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Basis, ChoiceList, GiftRule, RuleCode } from '../rule.ts';
import { rulesText } from '../text.ts';

type MonthDay = { readonly month: number; readonly day: number };
export type Entered =
  | {
      readonly kind: 'rule';
      readonly code: RuleCode;
      readonly amount: number;
      readonly unit: GiftRule['unit'];
    }
  | { readonly kind: 'period'; readonly half: 1 | 2; readonly closes: MonthDay; readonly due: MonthDay }
  | {
      readonly kind: 'choice';
      readonly list: ChoiceList;
      readonly code: string;
      readonly nameTh: string;
      readonly nameEn: string;
      readonly isExempt: boolean;
    };

type RuleEntryProps = {
  readonly entered: Entered;
  readonly basis?: Basis;
  readonly locale: Locale;
  readonly today: string;
};

export function RuleEntry({ entered, basis, locale, today }: RuleEntryProps) {
  const text = rulesText(locale);
  const form = useId();
  const [id] = useState(() => (typeof window === 'undefined' ? '' : crypto.randomUUID()));
  const isBusy = useNavigation().state !== 'idle';
  const field = (name: keyof typeof text.fields, value: string | number, attributes: object = {}) => (
    <div className="field" key={name}>
      <label htmlFor={`${form}-${name}`}>{text.fields[name]}</label>
      <input
        id={`${form}-${name}`}
        name={name}
        defaultValue={value}
        required
        maxLength={500}
        {...attributes}
      />
    </div>
  );
  const whole = (most: number) => ({ type: 'number', min: 1, max: most });
  return (
    <Form method="post" className="card rule-entry" key={basis?.version}>
      <input type="hidden" name="id" value={id} suppressHydrationWarning />
      <input type="hidden" name="kind" value={entered.kind} />
      <div className="two-columns">
        {entered.kind === 'rule' ? (
          <>
            <input type="hidden" name="code" value={entered.code} />
            {field('amount', entered.amount, whole(100_000_000))}
            {entered.unit === 'baht' ? (
              <input type="hidden" name="unit" value="baht" />
            ) : (
              <div className="field">
                <label htmlFor={`${form}-unit`}>{text.fields.unit}</label>
                <select id={`${form}-unit`} name="unit" defaultValue={entered.unit}>
                  <option value="calendar">{text.units.calendar}</option>
                  <option value="working">{text.units.working}</option>
                </select>
              </div>
            )}
          </>
        ) : null}
        {entered.kind === 'period' ? (
          <>
            <input type="hidden" name="half" value={entered.half} />
            {field('closesDay', entered.closes.day, whole(31))}
            {field('closesMonth', entered.closes.month, whole(12))}
            {field('dueDay', entered.due.day, whole(31))}
            {field('dueMonth', entered.due.month, whole(12))}
          </>
        ) : null}
        {entered.kind === 'choice' ? (
          <>
            <input type="hidden" name="list" value={entered.list} />
            <input type="hidden" name="code" value={entered.code} />
            {field('nameTh', entered.nameTh)}
            {field('nameEn', entered.nameEn)}
            {entered.list === 'giver' ? (
              <label className="choice">
                <input type="checkbox" name="isExempt" defaultChecked={entered.isExempt} />{' '}
                {text.fields.isExempt}
              </label>
            ) : null}
          </>
        ) : null}
        {field('basisTh', basis?.basisTh ?? '')}
        {field('basisEn', basis?.basisEn ?? '')}
        {field('source', basis?.source ?? '')}
        <DateField
          name="validFrom"
          label={text.fields.validFrom}
          locale={locale}
          defaultValue={today}
          required
        />
        <div className="field">
          <label htmlFor={`${form}-status`}>{text.fields.status}</label>
          <select id={`${form}-status`} name="status" defaultValue={basis?.status ?? 'unconfirmed'}>
            <option value="unconfirmed">{text.statuses.unconfirmed}</option>
            <option value="confirmed">{text.statuses.confirmed}</option>
          </select>
        </div>
      </div>
      <button type="submit" className="button main" disabled={isBusy}>
        {text.save}
      </button>
    </Form>
  );
}
