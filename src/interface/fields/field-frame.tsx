/** What every field has around it: hint and problem, tied to the control by `aria-describedby`. */
import type { ReactNode } from 'react';

export type FieldWords = {
  readonly hint?: ReactNode;
  /** What is wrong and what to do; marks the field as wrong. */
  readonly problem?: string | undefined;
};

/** Identifiers of what describes the control, or undefined. */
export function describedBy(id: string, { hint, problem }: FieldWords, also?: string): string | undefined {
  const all = [also, hint ? `${id}-hint` : undefined, problem ? `${id}-problem` : undefined];
  return all.filter((one) => one !== undefined).join(' ') || undefined;
}

export function Hint({ id, hint }: { readonly id: string } & Pick<FieldWords, 'hint'>) {
  return hint ? (
    <p className="hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

export function ProblemLine({ id, problem }: { readonly id: string } & Pick<FieldWords, 'problem'>) {
  return problem ? (
    <p className="problem" id={`${id}-problem`}>
      {problem}
    </p>
  ) : null;
}
