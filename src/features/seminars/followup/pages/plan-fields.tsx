/** The fields of an action plan, filled with what was typed or written before. */
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { learningText } from '../../learning/text.ts';
import type { OwnPlan } from '../own-plan.ts';

type PlanFieldsProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly own: Pick<OwnPlan, 'plan' | 'competencies'>;
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
};

export function PlanFields({ locale, id, own: { plan, competencies }, typed, wrong }: PlanFieldsProps) {
  const text = learningText(locale);
  const words = text.plan;
  return (
    <>
      <input type="hidden" name="id" value={id} />
      {(['what', 'seenBy'] as const).map((field) => (
        <div className="field" key={field}>
          <label htmlFor={field}>{words[field]}</label>
          <p className="hint" id={`${field}-hint`}>
            {words[`${field}Hint`]}
          </p>
          <textarea
            id={field}
            name={field}
            rows={3}
            maxLength={1000}
            required
            defaultValue={typed[field] ?? plan?.[field]}
            aria-invalid={wrong.includes(field) || undefined}
            aria-describedby={`${field}-hint`}
          />
        </div>
      ))}
      <DateField
        name="dueOn"
        label={words.dueOn}
        locale={locale}
        required
        defaultValue={typed['dueOn'] ?? plan?.dueOn}
        problem={wrong.includes('dueOn') ? text.problems.incomplete : undefined}
      />
      {competencies.length > 0 ? (
        <div className="field">
          <label htmlFor="competency">{words.competency}</label>
          <select
            id="competency"
            name="competency"
            defaultValue={typed['competency'] ?? plan?.competency ?? ''}
          >
            <option value="">{words.noCompetency}</option>
            {competencies.map((one) => (
              <option key={one.code} value={one.code}>
                {locale === 'en' ? one.nameEn : one.nameTh}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </>
  );
}
