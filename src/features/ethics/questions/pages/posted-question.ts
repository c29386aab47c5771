/** Reads a question's form. */
import { textOf } from '#platform/http/limited-form.ts';

/** Lines for citations. */
export const citationLines = [0, 1, 2] as const;

export function readQuestion(form: FormData) {
  const caseId = textOf(form, 'caseId');
  return {
    id: textOf(form, 'id'),
    ...(caseId ? { caseId } : {}),
    questionTh: textOf(form, 'questionTh'),
    answerTh: textOf(form, 'answerTh'),
    questionEn: textOf(form, 'questionEn'),
    answerEn: textOf(form, 'answerEn'),
    standards: form.getAll('standards').map(String),
    sections: citationLines
      .map((at) => [textOf(form, `law-${at}`), textOf(form, `section-${at}`).trim()] as const)
      .filter(([law, number]) => law !== '' || number !== '')
      .map(([law, number]) => `${law}/${number}`),
  };
}

export type TypedQuestion = ReturnType<typeof readQuestion>;
