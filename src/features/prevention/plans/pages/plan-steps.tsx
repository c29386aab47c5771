/** What may be done with a plan where it stands: hand in, return, verify, publish. */
import { Form, useNavigation } from 'react-router';
import type { PlanView } from '#features/prevention/plans/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { isOpen } from '../plan-rules.ts';
import { plansText } from '../text.ts';

type PlanStepsProps = {
  readonly locale: Locale;
  readonly view: Pick<PlanView, 'plan' | 'mayWrite' | 'mayDecide' | 'isOwnSubmission' | 'measures'>;
};

export function PlanSteps({ locale, view }: PlanStepsProps) {
  const { plan, mayWrite, mayDecide, isOwnSubmission, measures } = view;
  const words = plansText(locale).plan;
  const isBusy = useNavigation().state !== 'idle';
  // What is decided on is what this page shows.
  const seen = <input type="hidden" name="revision" value={plan.revision} />;
  if (mayWrite && isOpen(plan.state))
    return measures.length > 0 ? (
      <Form method="post" className="card">
        {seen}
        <p className="hint">{words.submitHint}</p>
        <button type="submit" className="button act" name="step" value="submit" disabled={isBusy}>
          {words.submit}
        </button>
      </Form>
    ) : null;
  if (!mayDecide || (plan.state !== 'submitted' && plan.state !== 'verified')) return null;
  if (isOwnSubmission) return <p className="note">{words.ownSubmission}</p>;
  return (
    <div className="card">
      {plan.state === 'submitted' ? (
        <Form method="post">
          {seen}
          <button type="submit" className="button act" name="step" value="verify" disabled={isBusy}>
            {words.verify}
          </button>
        </Form>
      ) : null}
      {plan.state === 'verified' ? (
        <Form method="post">
          {seen}
          <p className="hint">{words.publishHint}</p>
          <button type="submit" className="button act" name="step" value="publish" disabled={isBusy}>
            {words.publish}
          </button>
        </Form>
      ) : null}
      <details>
        <summary>{words.return}</summary>
        <Form method="post">
          {seen}
          <div className="field">
            <label htmlFor="reason">{words.reason}</label>
            <textarea id="reason" name="reason" rows={3} minLength={5} maxLength={2000} required />
          </div>
          <button type="submit" className="button" name="step" value="return" disabled={isBusy}>
            {words.return}
          </button>
        </Form>
      </details>
    </div>
  );
}
