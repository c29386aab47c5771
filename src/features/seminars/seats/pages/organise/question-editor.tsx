/** One question of the form being edited. */
import { useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { type Choice, type FormField, fieldKinds } from '../../form/form.ts';
import type { FormProblem } from '../../form/form-rules.ts';
import { seatsText } from '../../text.ts';
import { organiseText } from './text.ts';

type QuestionEditorProps = {
  readonly locale: Locale;
  readonly at: number;
  readonly field: FormField;
  readonly earlier: readonly FormField[];
  readonly problems: readonly FormProblem['code'][];
  readonly onChange: (field: FormField) => void;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onRemove: () => void;
};

export function QuestionEditor(props: QuestionEditorProps) {
  const { locale, at, field, earlier, problems, onChange } = props;
  const words = organiseText(locale).formEdit;
  const id = (name: string) => `${field.code}-${name}`;
  const text = (name: 'labelTh' | 'labelEn' | 'hintTh' | 'hintEn', label: string) => (
    <div className="field">
      <label htmlFor={id(name)}>{label}</label>
      <input
        id={id(name)}
        lang={name.endsWith('Th') ? 'th' : 'en'}
        maxLength={name.startsWith('label') ? 200 : 300}
        value={field[name]}
        onChange={(event) => onChange({ ...field, [name]: event.target.value })}
      />
    </div>
  );
  const conditions = conditionsOf(earlier, locale);
  const shown = field.shownWhen ? `${field.shownWhen.field}=${field.shownWhen.is.join(',')}` : '';
  return (
    <fieldset className="card question">
      <legend className="visually-hidden">{words.field(at + 1)}</legend>
      <h3>{words.field(at + 1)}</h3>
      {problems.length > 0 ? (
        <p className="problem" role="alert">
          {problems.map((problem) => words.fieldProblems[problem]).join(', ')}
        </p>
      ) : null}
      <div className="two-columns">
        {text('labelTh', words.labelTh)}
        {text('labelEn', words.labelEn)}
        {text('hintTh', words.hintTh)}
        {text('hintEn', words.hintEn)}
        <div className="field">
          <label htmlFor={id('kind')}>{words.kind}</label>
          <select
            id={id('kind')}
            value={field.kind}
            onChange={(event) => onChange({ ...field, kind: event.target.value as FormField['kind'] })}
          >
            {fieldKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={id('when')}>{words.when}</label>
          <select
            id={id('when')}
            value={shown}
            onChange={(event) => {
              const [on = '', code] = event.target.value.split('=');
              onChange({ ...field, shownWhen: code ? { field: on, is: code.split(',') } : undefined });
            }}
          >
            <option value="">{words.always}</option>
            {shown !== '' && !conditions.some(({ value }) => value === shown) ? (
              <option value={shown}>{shown}</option>
            ) : null}
            {conditions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={id('retention')}>{words.retention}</label>
          <input
            id={id('retention')}
            inputMode="numeric"
            maxLength={4}
            value={field.retentionDays ?? ''}
            onChange={(event) => {
              const days = Number(event.target.value);
              onChange({
                ...field,
                retentionDays: event.target.value.trim() === '' || Number.isNaN(days) ? undefined : days,
              });
            }}
          />
        </div>
        <label className="choice">
          <input
            type="checkbox"
            checked={field.isRequired}
            onChange={(event) => onChange({ ...field, isRequired: event.target.checked })}
          />{' '}
          <span>{words.required}</span>
        </label>
      </div>
      {field.kind === 'choice' || field.kind === 'choices' ? (
        <ChoiceLines id={id('choices')} label={words.choices} field={field} onChange={onChange} />
      ) : null}
      <div className="row">
        {props.onUp ? (
          <button type="button" className="button quiet" onClick={props.onUp}>
            {words.up}
          </button>
        ) : null}
        {props.onDown ? (
          <button type="button" className="button quiet" onClick={props.onDown}>
            {words.down}
          </button>
        ) : null}
        <button type="button" className="button quiet" onClick={props.onRemove}>
          {words.remove}
        </button>
      </div>
    </fieldset>
  );
}

type ChoiceLinesProps = {
  readonly id: string;
  readonly label: string;
  readonly field: FormField;
  readonly onChange: (field: FormField) => void;
};

function ChoiceLines({ id, label, field, onChange }: ChoiceLinesProps) {
  const [lines, setLines] = useState(field.choices.map(({ th, en }) => `${th} = ${en}`).join('\n'));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang="th"
        value={lines}
        onChange={(event) => {
          setLines(event.target.value);
          onChange({ ...field, choices: choicesOf(event.target.value, field.choices) });
        }}
      />
    </div>
  );
}

/** A line keeps the code it had, so that a reworded choice stays the same answer; a new line gets a new code. */
function choicesOf(lines: string, before: readonly Choice[]): readonly Choice[] {
  const taken = new Set<string>();
  const words = lines
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .filter(([th]) => th);
  const known = (th: string, en: string) =>
    before.find((one) => !taken.has(one.code) && (one.th === th || (en !== '' && one.en === en)));
  const choices = words.map(([th = '', en = '']) => {
    const code = known(th, en)?.code;
    if (code) taken.add(code);
    return { code: code ?? '', th, en: en || th };
  });
  let number = 1;
  return choices.map((choice) => {
    if (choice.code !== '') return choice;
    while (taken.has(`c${number}`) || before.some(({ code }) => code === `c${number}`)) number += 1;
    taken.add(`c${number}`);
    return { ...choice, code: `c${number}` };
  });
}

/** What a question may hang on: each answer of an earlier one. */
function conditionsOf(earlier: readonly FormField[], locale: Locale) {
  const words = organiseText(locale).formEdit;
  const { yes, no } = seatsText(locale).form;
  return earlier.flatMap((field) => {
    const label = locale === 'th' ? field.labelTh : field.labelEn;
    const answers =
      field.kind === 'yes-no'
        ? [
            { code: 'yes', name: yes },
            { code: 'no', name: no },
          ]
        : field.choices.map(({ code, th, en }) => ({ code, name: locale === 'th' ? th : en }));
    return answers.map(({ code, name }) => ({
      value: `${field.code}=${code}`,
      label: words.whenIs(label, name),
    }));
  });
}
