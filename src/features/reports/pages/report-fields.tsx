/** The parts of the report form: a step, a free answer, a choice. */
import type { ReactNode } from 'react';
import { Words } from '#interface/heading.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { longestOf, type Problem, type TextField } from '../form-rules.ts';
import { formText } from '../form-text.ts';

type StepProps = {
  readonly name: string;
  readonly question: string;
  readonly hint?: string;
  /** Shown beside the question. */
  readonly mark?: string;
  /** One field: the question is its label. Several: they form a group. */
  readonly labels?: string;
  readonly children: ReactNode;
};

/** One question. Without script all stand below each other; with script one at a time. */
export function Step({ name, question, hint, mark, labels, children }: StepProps) {
  const hintId = `${name}-hint`;
  const heading = (
    <>
      <Words>{question}</Words> {mark ? <small className="tag">{mark}</small> : null}
    </>
  );
  const hinted = hint ? (
    <p className="hint" id={hintId}>
      {hint}
    </p>
  ) : null;
  return labels ? (
    <div className="step" data-step={name}>
      <h2 tabIndex={-1}>
        <label htmlFor={labels}>{heading}</label>
      </h2>
      {hinted}
      {children}
    </div>
  ) : (
    <fieldset className="step" data-step={name} aria-describedby={hint ? hintId : undefined}>
      <legend>
        <h2 tabIndex={-1}>{heading}</h2>
      </legend>
      {hinted}
      {children}
    </fieldset>
  );
}

type FieldProps = {
  readonly locale: Locale;
  readonly name: TextField;
  readonly value: string;
  readonly problems: readonly Problem[];
  readonly rows?: number;
  readonly hintId?: string;
};

/** A free answer: a line, or so many rows. */
export function Field({ locale, name, value, problems, rows, hintId }: FieldProps) {
  const problem = problems.find(({ field }) => field === name);
  const attributes = {
    id: name,
    name,
    defaultValue: value,
    maxLength: longestOf(name),
    autoComplete: 'off',
    'aria-describedby': [hintId, `${name}-problem`].filter(Boolean).join(' '),
    'aria-invalid': problem ? true : undefined,
  } as const;
  return (
    <>
      {rows ? <textarea rows={rows} {...attributes} /> : <input type="text" {...attributes} />}
      <ProblemLine id={`${name}-problem`} words={problem && problemWords(locale, problem)} />
    </>
  );
}

/** The place of a message about a field; empty while there is none, so that script can fill it. */
export function ProblemLine({ id, words }: { readonly id: string; readonly words: string | undefined }) {
  return (
    <p className="problem" id={id} hidden={!words}>
      {words}
    </p>
  );
}

export function problemWords(locale: Locale, { code, value }: Problem): string {
  const words = formText(locale).problems[code];
  if (typeof words === 'string') return words;
  return code === 'tooLong'
    ? formText(locale).problems.tooLong(Number(value))
    : (words as (name: string) => string)(value);
}

type ChoiceProps = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly isChosen: boolean;
};

export function Choice({ name, value, label, hint, isChosen }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
