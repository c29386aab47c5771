/** The questions of a registration form. Those that hang on an answer show themselves by style alone, without script. */
import type { Locale } from '#platform/text/messages.ts';
import type { FormField } from '../form/form.ts';
import { seatsText } from '../text.ts';

type FormFieldsetProps = {
  readonly fields: readonly FormField[];
  readonly locale: Locale;
  readonly answersOf: (code: string) => readonly string[];
  readonly problemOf: (code: string) => string | undefined;
};

export function FormFieldset({ fields, locale, answersOf, problemOf }: FormFieldsetProps) {
  const dependent = fields.filter(({ shownWhen }) => shownWhen);
  /** Styles know twelve pairs of what opens and what is opened; a form with more simply shows the rest. */
  const numberOf = (code: string) => dependent.findIndex((field) => field.code === code) + 1;
  return fields.map((field) => (
    <FieldOf
      key={field.code}
      field={field}
      locale={locale}
      given={answersOf(field.code)}
      problem={problemOf(field.code)}
      openedBy={field.shownWhen ? numberOf(field.code) : 0}
      onlyIf={conditionOf(field, fields, locale)}
      opens={(choice) =>
        dependent
          .filter(({ shownWhen }) => shownWhen!.field === field.code && shownWhen!.is.includes(choice))
          .map(({ code }) => `opens-${numberOf(code)}`)
          .join(' ') || undefined
      }
    />
  ));
}

type FieldOfProps = {
  readonly field: FormField;
  readonly locale: Locale;
  readonly given: readonly string[];
  readonly problem: string | undefined;
  readonly openedBy: number;
  readonly onlyIf: string | undefined;
  readonly opens: (choice: string) => string | undefined;
};

function FieldOf({ field, locale, given, problem, openedBy, onlyIf, opens }: FieldOfProps) {
  const text = seatsText(locale).form;
  const name = `f.${field.code}`;
  const hint = locale === 'th' ? field.hintTh : field.hintEn;
  const label = locale === 'th' ? field.labelTh : field.labelEn;
  const described = [
    hint || onlyIf || field.retentionDays ? `${name}-hint` : '',
    problem ? `${name}-problem` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const shared = {
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? (true as const) : undefined,
  };
  const heading = (
    <>
      {label} <span className="small soft">({field.isRequired ? text.required : text.optional})</span>
    </>
  );
  const hints = (
    <p className="hint" id={`${name}-hint`}>
      {[onlyIf, hint, field.retentionDays ? text.erased(field.retentionDays) : '']
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
  const wrong = problem ? (
    <p className="problem" id={`${name}-problem`}>
      {problem}
    </p>
  ) : null;
  const className = openedBy > 0 ? `field opened opened-${openedBy}` : 'field';
  if (field.kind === 'text' || field.kind === 'number')
    return (
      <div className={className}>
        <label htmlFor={name}>{heading}</label>
        {hints}
        <input
          id={name}
          name={name}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          maxLength={1_000}
          defaultValue={given[0] ?? ''}
          {...shared}
        />
        {wrong}
      </div>
    );
  const choices =
    field.kind === 'yes-no'
      ? [
          { code: 'yes', words: text.yes },
          { code: 'no', words: text.no },
        ]
      : field.choices.map(({ code, th, en }) => ({ code, words: locale === 'th' ? th : en }));
  return (
    <fieldset className={className} {...(described ? { 'aria-describedby': described } : {})}>
      <legend>{heading}</legend>
      {hints}
      {choices.map(({ code, words }) => (
        <label className="choice" key={code}>
          <input
            type={field.kind === 'choices' ? 'checkbox' : 'radio'}
            name={name}
            value={code}
            defaultChecked={given.includes(code)}
            className={opens(code)}
          />{' '}
          <span>{words}</span>
        </label>
      ))}
      {wrong}
    </fieldset>
  );
}

/** In words, for who sees no styles or hears the page. */
function conditionOf(field: FormField, fields: readonly FormField[], locale: Locale): string | undefined {
  const { shownWhen } = field;
  const on = shownWhen && fields.find(({ code }) => code === shownWhen.field);
  if (!on) return undefined;
  const text = seatsText(locale).form;
  const wordOf = (code: string) => {
    if (on.kind === 'yes-no') {
      const label = locale === 'th' ? on.labelTh : on.labelEn;
      return `${label} ${code === 'yes' ? text.yes : text.no}`;
    }
    const choice = on.choices.find((one) => one.code === code);
    return (locale === 'th' ? choice?.th : choice?.en) ?? code;
  };
  return text.onlyIf(shownWhen.is.map(wordOf).join(', '));
}
