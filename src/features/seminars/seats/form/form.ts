/** The words of a registration form: its fields, by wording, and answers to them. */

export const fieldKinds = ['choice', 'choices', 'text', 'number', 'yes-no'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export type Choice = { readonly code: string; readonly th: string; readonly en: string };

export type FormField = {
  /** Stable across wordings. */
  readonly code: string;
  readonly kind: FieldKind;
  readonly labelTh: string;
  readonly labelEn: string;
  readonly hintTh: string;
  readonly hintEn: string;
  /** For `choice` and `choices`. */
  readonly choices: readonly Choice[];
  readonly isRequired: boolean;
  /** Asked only when an earlier field has one of these answers; a yes-no answers "yes" or "no". */
  readonly shownWhen: { readonly field: string; readonly is: readonly string[] } | undefined;
  /** Days after the seminar on which answers are erased; undefined: they stay with the project's papers. */
  readonly retentionDays: number | undefined;
};

export type Answer = string | readonly string[] | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;
