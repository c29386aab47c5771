/** The fields of a version of a duty, filled with the version before. */
import type { Duty } from '#features/prevention/duties/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { describedBy, Hint, ProblemLine } from '#interface/fields/field-frame.tsx';
import { monthNames } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { dutyRoles } from '../duty.ts';
import { dutiesText } from '../text.ts';

type DutyFieldsProps = {
  readonly locale: Locale;
  readonly duty: Duty | undefined;
  readonly today: string;
  readonly wrong: readonly string[];
};
type TextName = 'nameTh' | 'nameEn' | 'basisTh' | 'basisEn' | 'source' | 'day' | 'remindDays';

const kinds = ['ministry', 'department', 'state-enterprise', 'bangkok', 'province'] as const;

export function DutyFields({ locale, duty, today, wrong }: DutyFieldsProps) {
  const text = dutiesText(locale);
  const { fields, fieldProblem, codeHint, statuses } = text.edit;
  const of = duty?.code ?? 'new';
  const problemOf = (name: string) => (wrong.includes(name) ? fieldProblem : undefined);
  const line = (name: TextName) => {
    const id = `${of}-${name}`;
    const problem = problemOf(name);
    return (
      <div className="field" key={name}>
        <label htmlFor={id}>{fields[name]}</label>
        <input
          id={id}
          name={name}
          required
          maxLength={300}
          inputMode={name === 'day' || name === 'remindDays' ? 'numeric' : undefined}
          defaultValue={duty?.[name] ?? (name === 'remindDays' ? 14 : '')}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, { problem })}
        />
        <ProblemLine id={id} problem={problem} />
      </div>
    );
  };
  const boxes = (name: 'kinds' | 'roles', all: readonly string[], words: Record<string, string>) => (
    <fieldset className="field">
      <legend>{fields[name]}</legend>
      {all.map((one) => (
        <label key={one} className="choice">
          <input
            type="checkbox"
            name={name}
            value={one}
            defaultChecked={duty ? (duty[name] as readonly string[]).includes(one) : name === 'kinds'}
          />
          <span>{words[one]}</span>
        </label>
      ))}
      <ProblemLine id={`${of}-${name}`} problem={problemOf(name)} />
    </fieldset>
  );
  return (
    <>
      <input type="hidden" name="baseVersion" value={duty?.version ?? 0} />
      {duty ? (
        <input type="hidden" name="code" value={duty.code} />
      ) : (
        <div className="field">
          <label htmlFor="new-code">{fields.code}</label>
          <Hint id="new-code" hint={codeHint} />
          <input
            id="new-code"
            name="code"
            required
            maxLength={40}
            aria-describedby={describedBy('new-code', { hint: codeHint, problem: problemOf('code') })}
          />
          <ProblemLine id="new-code" problem={problemOf('code')} />
        </div>
      )}
      {(['nameTh', 'nameEn'] as const).map(line)}
      <div className="two-columns">
        {line('day')}
        <div className="field">
          <label htmlFor={`${of}-month`}>{fields.month}</label>
          <select id={`${of}-month`} name="month" defaultValue={duty?.month ?? 1}>
            {monthNames(locale).map((month, at) => (
              <option key={month} value={at + 1}>
                {month}
              </option>
            ))}
          </select>
        </div>
        {line('remindDays')}
      </div>
      {boxes('kinds', kinds, text.kinds)}
      {boxes('roles', dutyRoles, text.roles)}
      {(['basisTh', 'basisEn', 'source'] as const).map(line)}
      <div className="field">
        <label htmlFor={`${of}-status`}>{fields.status}</label>
        <select
          id={`${of}-status`}
          name="status"
          defaultValue={duty?.isConfirmed ? 'confirmed' : 'unconfirmed'}
        >
          {(['unconfirmed', 'confirmed'] as const).map((status) => (
            <option key={status} value={status}>
              {statuses[status]}
            </option>
          ))}
        </select>
      </div>
      <DateField
        id={`${of}-validFrom`}
        name="validFrom"
        label={fields.validFrom}
        locale={locale}
        defaultValue={today}
        problem={problemOf('validFrom')}
      />
    </>
  );
}
