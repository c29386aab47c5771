/** What may be done with an answer where it stands: handed in, taken back, appealed; found met or not, decided. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { AnswerStep } from '../answers/answer.ts';
import type { ItemView } from '../index.ts';
import { disclosureText } from '../text.ts';

type StepFormsProps = {
  readonly locale: Locale;
  readonly view: Pick<ItemView, 'line'> & { readonly stepId: string };
  readonly steps: readonly AnswerStep[];
};

export function StepForms({ locale, view, steps }: StepFormsProps) {
  const text = disclosureText(locale);
  const words = text.item;
  const { answer, lacking } = view.line;
  if (!answer || steps.length === 0) return null;
  const form = (some: readonly AnswerStep[], heading: string, label?: string) => (
    <StepForm
      key={some.join()}
      locale={locale}
      answerId={answer.id}
      stepId={view.stepId}
      steps={some}
      heading={heading}
      label={label}
    />
  );
  return (
    <>
      {steps.includes('ready') && lacking.length > 0 ? (
        <section className="card stack" aria-labelledby="hand-in">
          <h2 id="hand-in">{words.handIn}</h2>
          <p>{words.lacks}</p>
          <ul>
            {lacking.map((one) => (
              <li key={one}>{text.lacking[one]}</li>
            ))}
          </ul>
        </section>
      ) : steps.includes('ready') ? (
        form(['ready'], words.handIn)
      ) : null}
      {steps.includes('appeal') ? form(['appeal'], words.appeal, words.appealWords) : null}
      {steps.includes('mend') ? form(['mend'], words.steps.mend) : null}
      {steps.includes('met') ? form(['met', 'not-met'], words.review, words.remark) : null}
      {steps.includes('decide-met')
        ? form(['decide-met', 'decide-not-met'], words.decide, words.reasons)
        : null}
    </>
  );
}

type StepFormProps = {
  readonly locale: Locale;
  readonly answerId: string;
  readonly stepId: string;
  readonly steps: readonly AnswerStep[];
  readonly heading: string;
  /** Of the words that the step asks for; none when it asks for none. */
  readonly label: string | undefined;
};

function StepForm({ locale, answerId, stepId, steps, heading, label }: StepFormProps) {
  const words = disclosureText(locale).item;
  const isBusy = useNavigation().state !== 'idle';
  const id = `words-${steps[0]}`;
  return (
    <section className="card stack" aria-labelledby={`step-${steps[0]}`}>
      <h2 id={`step-${steps[0]}`}>{heading}</h2>
      {steps[0] === 'mend' ? <p className="hint">{words.mendHint}</p> : null}
      <Form method="post" key={stepId}>
        <input type="hidden" name="id" value={stepId} />
        <input type="hidden" name="answerId" value={answerId} />
        {label ? (
          <div className="field">
            <label htmlFor={id}>{label}</label>
            <textarea id={id} name="words" rows={3} maxLength={4000} required={!steps.includes('met')} />
          </div>
        ) : null}
        <div className="row">
          {steps.map((step) => (
            <button
              key={step}
              type="submit"
              className={step === 'ready' || step === 'appeal' ? 'button act' : 'button'}
              name="step"
              value={step}
              disabled={isBusy}
            >
              {words.steps[step]}
            </button>
          ))}
        </div>
      </Form>
    </section>
  );
}
