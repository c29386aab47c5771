/** Pure decisions about a seminar's way from draft to its close. */
import type { Seminar, SeminarState } from '../seminar.ts';
import type { ProjectText } from './project.ts';

export const stepNames = ['submit', 'withdraw', 'return', 'approve', 'publish', 'close', 'cancel'] as const;
export type StepName = (typeof stepNames)[number];

type Step = {
  readonly from: readonly SeminarState[];
  readonly to: SeminarState;
  /** A key of `seminarPolicies`. */
  readonly act: 'organise' | 'approve';
  readonly needsReason?: true;
};

/** The same order stands in migration 0021. */
export const steps: Readonly<Record<StepName, Step>> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', act: 'organise' },
  withdraw: { from: ['submitted'], to: 'draft', act: 'organise' },
  approve: { from: ['submitted'], to: 'approved', act: 'approve' },
  return: { from: ['submitted', 'approved'], to: 'returned', act: 'approve', needsReason: true },
  publish: { from: ['approved'], to: 'published', act: 'organise' },
  close: { from: ['published'], to: 'closed', act: 'organise' },
  cancel: {
    from: ['draft', 'submitted', 'returned', 'approved', 'published'],
    to: 'cancelled',
    act: 'organise',
    needsReason: true,
  },
};

/** What a project must say before the head is asked; the rest of the form may stay empty. */
const required = [
  'rationale',
  'objectives',
  'targetQuantity',
  'method',
  'responsible',
  'evaluation',
  'expectedResults',
] as const satisfies readonly (keyof ProjectText)[];
export type RequiredItem = (typeof required)[number];

export const missingItems = (project: Partial<ProjectText> | undefined): readonly RequiredItem[] =>
  required.filter((item) => (project?.[item] ?? '').trim() === '');

/** Why the step cannot be taken now, or undefined. `today` is a civil date. */
export function hindrance(
  name: StepName,
  seminar: Pick<Seminar, 'state' | 'endsOn'>,
  { missing, reason, today }: { missing: readonly RequiredItem[]; reason: string; today: string },
): 'not-now' | 'incomplete' | 'reason-missing' | 'not-over' | undefined {
  const step = steps[name];
  if (!step.from.includes(seminar.state)) return 'not-now';
  if (step.needsReason && reason.trim() === '') return 'reason-missing';
  if (name === 'submit' && missing.length > 0) return 'incomplete';
  if (name === 'close' && today < seminar.endsOn) return 'not-over';
  return undefined;
}

/** Steps that stand open to somebody with these rights; what hinders one is said when it is tried. */
export const openSteps = (
  state: SeminarState,
  may: { readonly organise: boolean; readonly approve: boolean },
): readonly StepName[] =>
  stepNames.filter((name) => steps[name].from.includes(state) && may[steps[name].act]);

/** Project and budget stand still while the head looks at them and after. */
export const isInDraft = (state: SeminarState) => state === 'draft' || state === 'returned';
/** Programme, place and seats may change until all is over. */
export const isOpen = (state: SeminarState) => state !== 'closed' && state !== 'cancelled';
