/** The steps that stand open, the likely one first; those that need a reason open a field for it. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { type StepName, steps } from '../project-rules.ts';
import { projectsText } from '../text.ts';

type SeminarStepsProps = {
  readonly locale: Locale;
  readonly open: readonly StepName[];
  /** One identifier a step, made by the loader, so that a double click is one step. */
  readonly ids: Readonly<Record<string, string>>;
};

export function SeminarSteps({ locale, open, ids }: SeminarStepsProps) {
  const text = projectsText(locale);
  const isBusy = useNavigation().state !== 'idle';
  if (open.length === 0) return <p className="soft">{text.overview.nothingNext}</p>;
  return open.map((name) =>
    steps[name].needsReason ? (
      <details key={name} name="seminar-step">
        <summary>{text.steps[name]}</summary>
        <StepForm {...{ locale, name, id: ids[name] ?? '', isBusy }} />
      </details>
    ) : (
      <StepForm key={name} {...{ locale, name, id: ids[name] ?? '', isBusy }} />
    ),
  );
}

type StepFormProps = {
  readonly locale: Locale;
  readonly name: StepName;
  readonly id: string;
  readonly isBusy: boolean;
};

function StepForm({ locale, name, id, isBusy }: StepFormProps) {
  const text = projectsText(locale);
  const needsReason = steps[name].needsReason === true;
  const tone = name === 'cancel' ? 'danger' : needsReason || name === 'withdraw' ? '' : 'act';
  return (
    <Form method="post" className="seminar-step">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="step" value={name} />
      {needsReason ? (
        <div className="field">
          <label htmlFor={`reason-${name}`}>{text.reason}</label>
          <textarea id={`reason-${name}`} name="reason" className="short" required maxLength={2000} />
        </div>
      ) : null}
      <button type="submit" className={`button ${tone}`} disabled={isBusy}>
        {text.steps[name]}
      </button>
      <p className="hint">{text.stepHints[name]}</p>
    </Form>
  );
}
