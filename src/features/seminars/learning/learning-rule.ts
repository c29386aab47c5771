/** Numbers of evaluation and competence that an order may change, and which version holds on a day. */

export const ruleCodes = [
  'small-group',
  'evaluation-days',
  'follow-up-1',
  'follow-up-2',
  'follow-up-3',
  'attendances-for-1',
  'percent-for-2',
  'practices-for-3',
  'practices-for-4',
  'steps-by-superior',
  'evidence-months',
  'wanted-level',
] as const;
export type RuleCode = (typeof ruleCodes)[number];

export type LearningRule = {
  readonly code: RuleCode;
  readonly version: number;
  readonly value: number;
  readonly basisTh: string;
  readonly basisEn: string;
  readonly source: string;
  readonly isConfirmed: boolean;
  readonly validFrom: string;
  readonly validTo: string | undefined;
};

export type RuleValues = Readonly<Record<RuleCode, number>>;

/** Groups smaller than this are never shown, whatever a row says. */
export const leastGroup = 5;

/** What holds where no row says anything: the reading by which least is shown and least is granted. */
const strictest: RuleValues = {
  'small-group': leastGroup,
  'evaluation-days': 0,
  'follow-up-1': 3650,
  'follow-up-2': 3650,
  'follow-up-3': 3650,
  'attendances-for-1': 3650,
  'percent-for-2': 101,
  'practices-for-3': 3650,
  'practices-for-4': 3650,
  'steps-by-superior': 0,
  'evidence-months': 0,
  'wanted-level': 0,
};

/** The numbers in force on a day: of each code the newest version that holds. */
export function valuesOn(rules: readonly LearningRule[], day: string): RuleValues {
  const values: Record<RuleCode, number> = { ...strictest };
  const newest = new Map<RuleCode, number>();
  for (const rule of rules) {
    const holds = rule.validFrom <= day && (rule.validTo === undefined || rule.validTo > day);
    if (!holds || (newest.get(rule.code) ?? 0) >= rule.version) continue;
    newest.set(rule.code, rule.version);
    values[rule.code] = rule.code === 'small-group' ? Math.max(leastGroup, rule.value) : rule.value;
  }
  return values;
}

/** Whether every number in force on the day has been confirmed by an official. */
export const areConfirmed = (rules: readonly LearningRule[], codes: readonly RuleCode[], day: string) =>
  codes.every((code) =>
    rules.some(
      (rule) =>
        rule.code === code &&
        rule.isConfirmed &&
        rule.validFrom <= day &&
        (rule.validTo === undefined || rule.validTo > day),
    ),
  );
