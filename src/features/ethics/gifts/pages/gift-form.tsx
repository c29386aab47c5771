/** The form of a report. What the rule says stands above the button and changes while she types. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { nameOf } from '../../rules/rule.ts';
import { type GiftKind, giftKinds } from '../gift.ts';
import { giftsText } from '../text.ts';
import type { GiftForm as Facts } from '../view-gifts.ts';
import { RuleSays } from './rule-says.tsx';

type GiftFormProps = { readonly locale: Locale; readonly id: string; readonly form: Facts };

export function GiftForm({ locale, id, form: facts }: GiftFormProps) {
  const text = giftsText(locale);
  const { form } = text;
  const isBusy = useNavigation().state !== 'idle';
  // The identifier that the form began with: a refused form is sent again as the same report.
  const [ownId] = useState(id);
  const [kind, setKind] = useState<GiftKind>('gift');
  const [receivedOn, setReceivedOn] = useState(facts.today);
  const [relation, setRelation] = useState('');
  const [value, setValue] = useState('');
  return (
    <Form method="post" encType="multipart/form-data" className="narrow-form">
      <input type="hidden" name="id" value={ownId} />
      <fieldset>
        <legend>{form.kind}</legend>
        {giftKinds.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="kind"
              value={each}
              checked={kind === each}
              onChange={() => setKind(each)}
            />
            <span>
              {text.kinds[each]}
              <small>{text.kindHints[each]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <FileField
        name="picture"
        label={form.picture}
        locale={locale}
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        hint={form.pictureHint}
      />
      {facts.units.length > 1 ? (
        <div className="field">
          <label htmlFor="unitId">{form.unit}</label>
          <select id="unitId" name="unitId">
            {facts.units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <input type="hidden" name="unitId" value={facts.units[0]!.id} />
      )}
      <div className="field">
        <label htmlFor="item">{form.item[kind]}</label>
        <input id="item" name="item" required maxLength={500} />
      </div>
      <div className="two-columns">
        <DateField
          name="receivedOn"
          label={form.receivedOn[kind]}
          locale={locale}
          defaultValue={facts.today}
          required
          onChange={setReceivedOn}
        />
        <div className="field">
          <label htmlFor="valueBaht">{form.value[kind]}</label>
          <p className="hint" id="value-hint">
            {form.valueHint}
          </p>
          <input
            id="valueBaht"
            name="valueBaht"
            inputMode="decimal"
            required
            maxLength={14}
            value={value}
            onChange={(event) => setValue(event.target.value)}
            aria-describedby="value-hint"
          />
        </div>
        <div className="field">
          <label htmlFor="giver">{form.giver[kind]}</label>
          <input id="giver" name="giver" required maxLength={200} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor="relation">{form.relation}</label>
          <select
            id="relation"
            name="relation"
            required
            value={relation}
            onChange={(event) => setRelation(event.target.value)}
          >
            <option value="">{form.choose}</option>
            {facts.givers.map((giver) => (
              <option key={giver.code} value={giver.code}>
                {nameOf(giver, locale)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="field">
        <label htmlFor="occasion">{form.occasion}</label>
        <p className="hint" id="occasion-hint">
          {form.occasionHint}
        </p>
        <input id="occasion" name="occasion" required maxLength={200} aria-describedby="occasion-hint" />
      </div>
      <div className="field">
        <label htmlFor="reason">{form.reason[kind]}</label>
        <p className="hint" id="reason-hint">
          {form.reasonHint[kind]}
        </p>
        <textarea
          id="reason"
          name="reason"
          className="short"
          required
          maxLength={1000}
          aria-describedby="reason-hint"
        />
      </div>
      <RuleSays {...{ locale, facts, kind, receivedOn, relation, value }} />
      <button type="submit" className="button act" disabled={isBusy}>
        {form.send}
      </button>
      <p className="hint">{form.sendHint}</p>
    </Form>
  );
}
