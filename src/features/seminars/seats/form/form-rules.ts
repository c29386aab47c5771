/** Pure decisions about forms: what is asked, whether an answer will do, whether a wording holds together. */
import type { Answer, Answers, FormField } from './form.ts';

/** What a condition compares: codes chosen, or "yes" and "no". */
export function codesOf(answer: Answer | undefined): readonly string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no'];
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? answer : [];
}

/** Whether a field is asked: its condition holds, and the field it hangs on is asked itself. */
export function isShown(field: FormField, fields: readonly FormField[], answers: Answers): boolean {
  const { shownWhen } = field;
  if (!shownWhen) return true;
  const on = fields.find(({ code }) => code === shownWhen.field);
  if (!on || on.code === field.code || !isShown(on, fields, answers)) return false;
  return codesOf(answers[on.code]).some((code) => shownWhen.is.includes(code));
}

export type AnswerProblem = 'required' | 'not-a-number' | 'unknown-choice' | 'too-long';
const longest = 1_000;

/** Reads what was posted; answers to fields that are not asked are dropped, so that nothing is kept unasked. */
export function readAnswers(
  fields: readonly FormField[],
  posted: (code: string) => readonly string[],
): { readonly answers: Answers; readonly problems: Readonly<Record<string, AnswerProblem>> } {
  const answers: Record<string, Answer> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const field of fields) {
    if (!isShown(field, fields, answers)) continue;
    const words = posted(field.code)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (words.length === 0) {
      if (field.isRequired) problems[field.code] = 'required';
      continue;
    }
    const read = readOne(field, words);
    if (read.problem) problems[field.code] = read.problem;
    else answers[field.code] = read.answer;
  }
  return { answers, problems };
}

type ReadOne =
  | { readonly problem: AnswerProblem; readonly answer?: undefined }
  | { readonly problem?: undefined; readonly answer: Answer };

function readOne(field: FormField, words: readonly string[]): ReadOne {
  const [first = ''] = words;
  const known = (code: string) => field.choices.some((choice) => choice.code === code);
  switch (field.kind) {
    case 'choice':
      return known(first) ? { answer: first } : { problem: 'unknown-choice' };
    case 'choices':
      return words.every(known) ? { answer: [...new Set(words)] } : { problem: 'unknown-choice' };
    case 'yes-no':
      return first === 'yes' || first === 'no' ? { answer: first === 'yes' } : { problem: 'unknown-choice' };
    case 'number': {
      const number = Number(first.replaceAll(',', ''));
      return Number.isFinite(number) && Math.abs(number) < 1e12
        ? { answer: number }
        : { problem: 'not-a-number' };
    }
    case 'text':
      return first.length > longest ? { problem: 'too-long' } : { answer: first };
  }
}

export type FormProblem = {
  readonly field: string;
  readonly code: 'no-label' | 'too-few-choices' | 'same-code' | 'bad-condition' | 'bad-retention';
};

/** What is wrong with a wording, for its editor. */
export function checkForm(fields: readonly FormField[]): readonly FormProblem[] {
  return fields.flatMap((field, at): FormProblem[] => {
    const problems: FormProblem['code'][] = [];
    if (field.labelTh.trim() === '' || field.labelEn.trim() === '') problems.push('no-label');
    if (fields.findIndex(({ code }) => code === field.code) !== at) problems.push('same-code');
    const isChosen = field.kind === 'choice' || field.kind === 'choices';
    if (isChosen && field.choices.length < 2) problems.push('too-few-choices');
    if (isChosen && new Set(field.choices.map(({ code }) => code)).size !== field.choices.length)
      problems.push('same-code');
    if (field.shownWhen) {
      const on = fields.slice(0, at).find(({ code }) => code === field.shownWhen!.field);
      const possible = on?.kind === 'yes-no' ? ['yes', 'no'] : (on?.choices.map(({ code }) => code) ?? []);
      const is = field.shownWhen.is;
      if (is.length === 0 || !is.every((code) => possible.includes(code))) problems.push('bad-condition');
    }
    const days = field.retentionDays;
    if (days !== undefined && !(Number.isInteger(days) && days >= 1 && days <= 3_650))
      problems.push('bad-retention');
    return [...new Set(problems)].map((code) => ({ field: field.code, code }));
  });
}

/** A Thai citizen number is thirteen digits whose last one checks the others (sum of digit × weight 13…2, modulo 11). */
export function isCitizenNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = digits.slice(0, 12).reduce((all, digit, at) => all + digit * (13 - at), 0);
  return (11 - (sum % 11)) % 10 === digits[12];
}
