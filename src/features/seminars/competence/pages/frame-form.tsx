/** The form for the next wording of a competency or level, or the next value of a number. */
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { LearningRule } from '../../learning/learning-rule.ts';
import { learningText } from '../../learning/text.ts';
import { type Competency, competencyKinds, type LevelWords } from '../competence.ts';
import { competenceText } from '../text.ts';

export type FrameSubject =
  | { readonly what: 'competency'; readonly competency?: Competency }
  | { readonly what: 'level'; readonly level: LevelWords }
  | { readonly what: 'rule'; readonly rule: LearningRule };

type FrameFormProps = {
  readonly subject: FrameSubject;
  readonly place: string;
  readonly locale: Locale;
  readonly today: string;
  readonly wrong: readonly string[];
};
type TextName =
  | 'nameTh'
  | 'nameEn'
  | 'descriptionTh'
  | 'descriptionEn'
  | 'basis'
  | 'basisTh'
  | 'basisEn'
  | 'source'
  | 'value';

const linesOf: Record<FrameSubject['what'], readonly TextName[]> = {
  competency: ['nameTh', 'nameEn', 'descriptionTh', 'descriptionEn', 'basis', 'source'],
  level: ['nameTh', 'nameEn', 'descriptionTh', 'descriptionEn', 'source'],
  rule: ['value', 'basisTh', 'basisEn', 'source'],
};

export function FrameForm({ subject, place, locale, today, wrong }: FrameFormProps) {
  const words = competenceText(locale).frame;
  const isBusy = useNavigation().state !== 'idle';
  const before: Readonly<Record<string, unknown>> =
    (subject.what === 'competency'
      ? subject.competency
      : subject.what === 'level'
        ? subject.level
        : subject.rule) ?? {};
  const isNew = subject.what === 'competency' && !subject.competency;
  const problem = (name: string) =>
    wrong.includes(name) ? learningText(locale).problems.incomplete : undefined;
  const id = (name: string) => `${place}-${name}`;
  return (
    <details open={wrong.length > 0 || undefined}>
      <summary>{isNew ? words.add : subject.what === 'rule' ? words.next : words.edit}</summary>
      <Form method="post" className="narrow-form">
        <input type="hidden" name="what" value={subject.what} />
        {subject.what === 'level' ? <input type="hidden" name="level" value={subject.level.level} /> : null}
        {'version' in before ? (
          <input type="hidden" name="baseVersion" value={String(before['version'])} />
        ) : null}
        {isNew ? (
          <div className="field">
            <label htmlFor={id('code')}>{words.fields.code}</label>
            <input
              id={id('code')}
              name="code"
              required
              maxLength={8}
              aria-invalid={wrong.includes('code') || undefined}
            />
          </div>
        ) : 'code' in before ? (
          <input type="hidden" name="code" value={String(before['code'])} />
        ) : null}
        {subject.what === 'competency' ? (
          <div className="field">
            <label htmlFor={id('kind')}>{words.fields.kind}</label>
            <select id={id('kind')} name="kind" defaultValue={subject.competency?.kind}>
              {competencyKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {linesOf[subject.what].map((name) => (
          <div className="field" key={name}>
            <label htmlFor={id(name)}>{words.fields[name]}</label>
            <input
              id={id(name)}
              name={name}
              maxLength={300}
              inputMode={name === 'value' ? 'numeric' : undefined}
              defaultValue={before[name] === undefined ? '' : String(before[name])}
              aria-invalid={wrong.includes(name) || undefined}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor={id('status')}>{words.fields.status}</label>
          <select
            id={id('status')}
            name="status"
            defaultValue={before['isConfirmed'] ? 'confirmed' : 'unconfirmed'}
          >
            <option value="unconfirmed">{words.unconfirmed}</option>
            <option value="confirmed">{words.confirmed}</option>
          </select>
        </div>
        {subject.what === 'rule' ? (
          <DateField
            id={id('validFrom')}
            name="validFrom"
            label={words.fields.validFrom}
            locale={locale}
            defaultValue={today}
            problem={problem('validFrom')}
          />
        ) : null}
        {subject.what === 'competency' ? (
          <DateField
            id={id('validTo')}
            name="validTo"
            label={words.fields.validTo}
            locale={locale}
            defaultValue={subject.competency?.validTo}
            problem={problem('validTo')}
          />
        ) : null}
        <button type="submit" className="button main" disabled={isBusy}>
          {learningText(locale).save}
        </button>
      </Form>
    </details>
  );
}
