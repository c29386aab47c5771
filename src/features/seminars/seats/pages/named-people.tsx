/** The names a centre put forward, where each stands, and what the reader may do about it. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { CentreNominations, NamedLine } from '../nominations.ts';
import { seatsText } from '../text.ts';
import { organiseText } from './organise/text.ts';
import { PersonFields } from './person-fields.tsx';
import { SeatStateTag } from './seat-state-tag.tsx';

type NamedPeopleProps = {
  readonly view: CentreNominations;
  readonly locale: Locale;
  readonly newIds: readonly string[];
};

export function NamedPeople({ view, locale, newIds }: NamedPeopleProps) {
  const text = seatsText(locale);
  const kindOf = (code: string) => {
    const kind = view.kinds.find((one) => one.code === code);
    return (locale === 'th' ? kind?.nameTh : kind?.nameEn) ?? code;
  };
  return (
    <ul className="plain-list rows nominate-list">
      {view.names.map((line, at) => (
        <li key={line.id}>
          <div className="row">
            <div className="grow">
              <strong lang="th">{text.nameOf(line.prefixTh, line.nameTh)}</strong>{' '}
              <SeatStateTag state={line.state} locale={locale} />
              <div className="small soft">
                <span lang="th">{line.positionTh}</span>
                {line.positionTh ? ' · ' : ''}
                {kindOf(line.kind)}
                {line.email ? '' : ` · ${text.nominations.noEmail}`}
              </div>
              {line.reason ? (
                <div className="small" lang="th">
                  {line.reason}
                </div>
              ) : null}
              {line.isOwn && line.state === 'nominated' ? (
                <div className="small">{organiseText(locale).one.own}</div>
              ) : null}
            </div>
            <PlainSteps line={line} unitId={view.unitId} locale={locale} />
          </div>
          <MoreSteps line={line} view={view} locale={locale} newId={newIds[at] ?? ''} />
        </li>
      ))}
    </ul>
  );
}

type StepsProps = { readonly line: NamedLine; readonly unitId: number; readonly locale: Locale };

/** One click each. */
function PlainSteps({ line, unitId, locale }: StepsProps) {
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const plain = line.steps.filter((step) => ['approve', 'requeue', 'accept', 'decline'].includes(step));
  if (plain.length === 0) return null;
  return (
    <Form method="post" className="row">
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="seat" value={line.id} />
      {plain.map((step) => (
        <button
          key={step}
          type="submit"
          name="step"
          value={step}
          className={step === 'approve' || step === 'accept' ? 'button act' : 'button'}
          disabled={isBusy}
        >
          {text.steps[step]}
        </button>
      ))}
    </Form>
  );
}

type MoreStepsProps = {
  readonly line: NamedLine;
  readonly view: CentreNominations;
  readonly locale: Locale;
  readonly newId: string;
};

/** What wants a reason or a second thought. */
function MoreSteps({ line, view, locale, newId }: MoreStepsProps) {
  const isBusy = useNavigation().state !== 'idle';
  const text = seatsText(locale);
  const words = organiseText(locale).one;
  const hidden = (
    <>
      <input type="hidden" name="unitId" value={view.unitId} />
      <input type="hidden" name="seat" value={line.id} />
    </>
  );
  return (
    <>
      {line.steps.includes('substitute') ? (
        <details>
          <summary>{text.steps.substitute}</summary>
          <p className="hint">{words.substituteHint}</p>
          <Form method="post" className="narrow-form">
            {hidden}
            <input type="hidden" name="intent" value="substitute" />
            <input type="hidden" name="id" value={newId} />
            <PersonFields locale={locale} prefix={`instead-${line.id}`} />
            <div className="field">
              <label htmlFor={`why-${line.id}`}>{words.substituteReason}</label>
              <input id={`why-${line.id}`} name="reason" maxLength={300} />
            </div>
            <button type="submit" className="button main" disabled={isBusy}>
              {text.steps.substitute}
            </button>
          </Form>
        </details>
      ) : null}
      {line.steps.includes('reject') || line.steps.includes('withdraw') ? (
        <details>
          <summary>{text.steps[line.steps.includes('reject') ? 'reject' : 'withdraw']}</summary>
          <Form method="post" className="narrow-form">
            {hidden}
            <div className="field">
              <label htmlFor={`reason-${line.id}`}>{words.reason}</label>
              <input
                id={`reason-${line.id}`}
                name="reason"
                maxLength={300}
                required={line.steps.includes('reject')}
              />
            </div>
            <button
              type="submit"
              name="step"
              value={line.steps.includes('reject') ? 'reject' : 'withdraw'}
              className="button danger"
              disabled={isBusy}
            >
              {text.steps[line.steps.includes('reject') ? 'reject' : 'withdraw']}
            </button>
          </Form>
        </details>
      ) : null}
    </>
  );
}
