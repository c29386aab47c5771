/** The form of a situation with three things one could do, in both languages. */
import { useId, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { type Scenario, type Standard, worded } from '../code.ts';
import { codesText } from '../text.ts';

type ScenarioFormProps = {
  readonly row: Scenario | undefined;
  readonly id: string;
  readonly locale: Locale;
  readonly standards: readonly Standard[];
};

export function ScenarioForm({ row, id, locale, standards }: ScenarioFormProps) {
  const text = codesText(locale);
  const words = text.bank;
  const form = useId();
  const [ownId] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  const area = (name: string, label: string, value: string | undefined) => (
    <div className="field" key={name}>
      <label htmlFor={`${form}-${name}`}>{label}</label>
      <textarea id={`${form}-${name}`} name={name} rows={2} required maxLength={1000} defaultValue={value} />
    </div>
  );
  return (
    <Form method="post" className="narrow-form">
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="id" value={ownId} />
      {row ? <input type="hidden" name="replaces" value={row.id} /> : null}
      <div className="field">
        <label htmlFor={`${form}-standard`}>{text.desk.fields.standard}</label>
        <select id={`${form}-standard`} name="standard" defaultValue={row?.standard}>
          {standards.map((one) => (
            <option key={one.code} value={one.code}>
              {worded(one.nameTh, one.nameEn, locale).text}
            </option>
          ))}
        </select>
      </div>
      {area('situationTh', words.situationTh, row?.situationTh)}
      {area('situationEn', words.situationEn, row?.situationEn)}
      {[1, 2, 3].map((at) => {
        const option = row?.options.find(({ position }) => position === at);
        return (
          <fieldset key={at} className="option-fields">
            <legend>{words.option(at)}</legend>
            <label className="choice">
              <input
                type="radio"
                name="right"
                value={at}
                required
                defaultChecked={option ? option.isRight : at === 1}
              />{' '}
              {words.isRight}
            </label>
            {area(`textTh${at}`, words.textTh, option?.textTh)}
            {area(`textEn${at}`, words.textEn, option?.textEn)}
            {area(`whyTh${at}`, words.whyTh, option?.whyTh)}
            {area(`whyEn${at}`, words.whyEn, option?.whyEn)}
          </fieldset>
        );
      })}
      <button type="submit" className="button main" disabled={isBusy}>
        {text.desk.save}
      </button>
    </Form>
  );
}
