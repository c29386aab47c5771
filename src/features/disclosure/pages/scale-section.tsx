/** The scale in force today with its sources, and a form that changes a band from a day on. */
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { GradeBand } from '../item-sets/item-set.ts';
import { disclosureText } from '../text.ts';
import { UnconfirmedTag } from './disclosure-tags.tsx';
import { SourceFields } from './source-fields.tsx';

type ScaleSectionProps = {
  readonly locale: Locale;
  readonly bands: readonly GradeBand[];
  readonly mayKeep: boolean;
  readonly id: string;
  readonly today: string;
};

export function ScaleSection({ locale, bands, mayKeep, id, today }: ScaleSectionProps) {
  const words = disclosureText(locale).sets;
  const isBusy = useNavigation().state !== 'idle';
  const nameOf = (band: GradeBand) => (locale === 'en' ? band.nameEn : band.nameTh);
  return (
    <section aria-labelledby="scale">
      <h2 id="scale">{words.bands}</h2>
      <table className="stacked">
        <caption className="visually-hidden">{words.bands}</caption>
        <thead>
          <tr>
            <th scope="col">{words.band}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.pass}</th>
            <th scope="col">{words.validFrom}</th>
            <th scope="col">{words.basis}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.id}>
              <th scope="row">{nameOf(band)}</th>
              <td data-label={words.from}>{band.fromPercent}</td>
              <td data-label={words.pass}>{band.isPass ? words.yes : words.no}</td>
              <td data-label={words.validFrom}>{formatDate(asCivilDate(band.validFrom), locale, 'short')}</td>
              <td data-label={words.basis}>
                {locale === 'en' ? band.basisEn : band.basisTh}{' '}
                {band.status === 'unconfirmed' ? <UnconfirmedTag locale={locale} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayKeep ? (
        <details className="card">
          <summary>{words.change}</summary>
          <p className="hint">{words.changeLead}</p>
          <Form method="post" key={id}>
            <input type="hidden" name="act" value="band" />
            <input type="hidden" name="id" value={id} />
            <div className="field">
              <label htmlFor="band-code">{words.band}</label>
              <select id="band-code" name="code">
                {bands.map((band) => (
                  <option key={band.code} value={band.code}>
                    {nameOf(band)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="band-from">{words.from}</label>
              <input id="band-from" name="fromPercent" type="number" min={0} max={100} step="0.01" required />
            </div>
            <label className="choice">
              <input type="checkbox" name="isPass" value="yes" />
              <span>{words.yes}</span>
            </label>
            <DateField
              name="validFrom"
              label={words.validFrom}
              locale={locale}
              defaultValue={today}
              required
            />
            <SourceFields locale={locale} name="band" />
            <button type="submit" className="button main" disabled={isBusy}>
              {words.enter}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
