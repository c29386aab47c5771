/** The fields of a seminar's main facts, each with what is wrong with it. */
import { type InputHTMLAttributes, useState } from 'react';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Seminar } from '../../seminar.ts';
import { projectsText } from '../text.ts';

type SeminarFieldsProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly seminar: Seminar | undefined;
  readonly units: readonly { id: number; nameTh: string; nameEn: string }[];
  /** Names of fields that were not accepted. */
  readonly wrong: readonly string[];
};

type Words = ReturnType<typeof projectsText>['form'];
type WordKey = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

export function SeminarFields({ locale, id, seminar, units, wrong }: SeminarFieldsProps) {
  const text = projectsText(locale).form;
  // The identifier and the version that the form began with: a refused form is sent again as the same one.
  const [began] = useState({ id, changedAt: seminar?.changedAt.toISOString() ?? '' });
  const problem = (name: string) =>
    wrong.includes(name) ? { 'aria-invalid': true as const, 'aria-describedby': `${name}-problem` } : {};
  const said = (name: string, words = text.fieldProblem) =>
    wrong.includes(name) ? (
      <p className="problem" id={`${name}-problem`}>
        {words}
      </p>
    ) : null;
  const input = (name: WordKey, attributes: InputHTMLAttributes<HTMLInputElement>, words?: string) => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      <input id={name} name={name} {...attributes} {...problem(name)} />
      {said(name, words)}
    </div>
  );
  const area = (name: 'summaryTh' | 'summaryEn', lang: Locale) => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      <textarea
        id={name}
        name={name}
        className="short"
        lang={lang}
        maxLength={4000}
        defaultValue={seminar?.[name] ?? ''}
        {...problem(name)}
      />
      {said(name)}
    </div>
  );
  const day = (name: 'startsOn' | 'endsOn' | 'nominateBy' | 'releaseOn', required: boolean) => (
    <DateField
      name={name}
      label={text[name]}
      locale={locale}
      defaultValue={seminar?.[name]}
      required={required}
      problem={wrong.includes(name) ? text.dateProblem : undefined}
    />
  );
  return (
    <>
      <input type="hidden" name="id" value={began.id} />
      <input type="hidden" name="changedAt" value={began.changedAt} />
      {seminar ? (
        <input type="hidden" name="unitId" value={seminar.unitId} />
      ) : (
        <div className="field">
          <label htmlFor="unitId">{text.unit}</label>
          <select id="unitId" name="unitId" {...problem('unitId')}>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {locale === 'en' ? unit.nameEn : unit.nameTh}
              </option>
            ))}
          </select>
        </div>
      )}
      {input('titleTh', {
        required: true,
        minLength: 3,
        maxLength: 300,
        lang: 'th',
        defaultValue: seminar?.titleTh,
      })}
      {input('titleEn', { maxLength: 300, lang: 'en', defaultValue: seminar?.titleEn })}
      <div className="two-columns">
        {day('startsOn', true)}
        {day('endsOn', true)}
      </div>
      {seminar ? (
        <label className="choice">
          <input type="checkbox" name="moveProgramme" defaultChecked /> {text.moveProgramme}
        </label>
      ) : null}
      <div className="two-columns">
        {input('venueTh', { maxLength: 300, lang: 'th', defaultValue: seminar?.venueTh })}
        {input('venueEn', { maxLength: 300, lang: 'en', defaultValue: seminar?.venueEn })}
      </div>
      {input('seats', {
        type: 'number',
        min: 1,
        max: 100000,
        required: true,
        inputMode: 'numeric',
        defaultValue: seminar?.seats,
      })}
      <div className="two-columns">
        {day('nominateBy', false)}
        {day('releaseOn', false)}
      </div>
      {area('summaryTh', 'th')}
      {area('summaryEn', 'en')}
      {input('slug', {
        pattern: '[a-z0-9][a-z0-9\\-]{2,79}',
        title: text.slugHint,
        placeholder: 'moi-2570',
        defaultValue: seminar?.slug,
      })}
    </>
  );
}
