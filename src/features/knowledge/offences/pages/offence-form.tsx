/** The form of an entry's next version, filled with the present one. */
import { Form } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { EntryField } from '../enter-offence.ts';
import type { Offence, Penalty } from '../offence.ts';
import { offencesText } from '../text.ts';

type OffenceFormProps = {
  readonly id: string;
  readonly from: Offence;
  readonly today: string;
  readonly locale: Locale;
  readonly wrong: readonly EntryField[];
};

export function OffenceForm({ id, from, today, locale, wrong }: OffenceFormProps) {
  const text = offencesText(locale);
  const words = text.office;
  const invalid = (field: EntryField) => (wrong.includes(field) ? true : undefined);
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="limbs" value={from.penalties.length} />
        <div className="two-columns">
          {(['titleTh', 'titleEn'] as const).map((field) => (
            <div className="field" key={field}>
              <label htmlFor={field}>{words[field]}</label>
              <input
                id={field}
                name={field}
                defaultValue={from[field]}
                maxLength={300}
                required
                aria-invalid={invalid(field)}
              />
            </div>
          ))}
        </div>
        <div className="two-columns">
          {(['gistTh', 'gistEn'] as const).map((field) => (
            <div className="field" key={field}>
              <label htmlFor={field}>{words[field]}</label>
              <textarea
                id={field}
                name={field}
                defaultValue={from[field]}
                maxLength={600}
                required
                aria-invalid={invalid(field)}
              />
            </div>
          ))}
        </div>
        <div className="two-columns">
          {(['elementsTh', 'elementsEn'] as const).map((field) => (
            <div className="field" key={field}>
              <label htmlFor={field}>{words[field]}</label>
              <textarea
                id={field}
                name={field}
                defaultValue={from[field].join('\n')}
                rows={6}
                maxLength={4000}
                required
                aria-invalid={invalid(field)}
              />
            </div>
          ))}
        </div>
        {from.penalties.map((penalty, at) => (
          <Limb key={penalty.limb} {...{ penalty, at, locale }} invalid={invalid('penalties')} />
        ))}
        <div className="two-columns">
          <div className="field">
            <label htmlFor="source">{words.source}</label>
            <input id="source" name="source" maxLength={300} required aria-invalid={invalid('source')} />
          </div>
          <DateField
            name="validFrom"
            label={words.validFrom}
            locale={locale}
            defaultValue={today}
            required
            problem={invalid('validFrom') && words.problems.fields}
          />
          <div className="field">
            <label htmlFor="status">{words.status}</label>
            <select id="status" name="status">
              <option value="unconfirmed">{text.statuses.unconfirmed}</option>
              <option value="confirmed">{text.statuses.confirmed}</option>
            </select>
          </div>
        </div>
        <button type="submit" className="button main">
          {words.save}
        </button>
      </Form>
    </section>
  );
}

type LimbProps = {
  readonly penalty: Penalty;
  readonly at: number;
  readonly locale: Locale;
  readonly invalid: true | undefined;
};

function Limb({ penalty, at, locale, invalid }: LimbProps) {
  const text = offencesText(locale);
  const words = text.office;
  return (
    <fieldset className="two-columns">
      <legend>{text.limbs[penalty.limb]}</legend>
      {(['minMonths', 'maxMonths', 'minFine', 'maxFine'] as const).map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`${field}.${at}`}>{words[field]}</label>
          <input
            id={`${field}.${at}`}
            name={`${field}.${at}`}
            type="number"
            min="0"
            defaultValue={penalty[field]}
            aria-invalid={invalid}
          />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`join.${at}`}>{words.join}</label>
        <select id={`join.${at}`} name={`join.${at}`} defaultValue={penalty.join ?? 'and'}>
          {(['and', 'or-both', 'only'] as const).map((join) => (
            <option key={join} value={join}>
              {words.joinNames[join]}
            </option>
          ))}
        </select>
      </div>
      <div>
        {(['life', 'death'] as const).map((field) => (
          <label className="choice" key={field}>
            <input type="checkbox" name={`${field}.${at}`} defaultChecked={penalty[field] ?? false} />
            {text[field]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
