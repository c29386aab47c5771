/** What the officer's own centre has done with a circular: acknowledge in one click, answer when one is asked. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Reader } from '#features/knowledge/circulars/index.ts';
import { FileField } from '#interface/fields/file-field.tsx';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { circularsText } from '../text.ts';
import { StateTag } from './state-tag.tsx';

type OwnCentreProps = {
  readonly locale: Locale;
  readonly circularId: string;
  readonly asksAnswer: boolean;
  readonly own: Reader & { readonly mayAcknowledge: boolean };
};

export function OwnCentre({ locale, circularId, asksAnswer, own }: OwnCentreProps) {
  const text = circularsText(locale).view;
  const isBusy = useNavigation().state !== 'idle';
  const time = (at: Date) => formatDateTime(new Date(at), locale);
  return (
    <section className="card" aria-label={text.own(own.name)}>
      <p className="row">
        <strong>{text.own(own.name)}</strong> <StateTag state={own.state} locale={locale} />
      </p>
      {own.acknowledgedAt ? (
        <p>{text.acknowledgedBy(own.acknowledgedBy ?? '', time(own.acknowledgedAt))}</p>
      ) : own.mayAcknowledge ? (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="intent" value="acknowledge" />
          <input type="hidden" name="unitId" value={own.unitId} />
          <button type="submit" className="button act" disabled={isBusy}>
            {text.acknowledge}
          </button>
          <p className="hint">{text.acknowledgeHint}</p>
        </Form>
      ) : (
        <p className="soft">{text.cannotAcknowledge}</p>
      )}
      {own.answer ? (
        <>
          <p className="small soft">{text.answered(own.answer.by, time(own.answer.at))}</p>
          <p className="kept-lines">{own.answer.text}</p>
          {own.answer.fileName ? (
            <p>
              <a href={`/office/circulars/${circularId}/answers/${own.answer.id}/file`}>{text.openAnswer}</a>{' '}
              {own.answer.fileName}
            </p>
          ) : null}
        </>
      ) : null}
      {asksAnswer && own.mayAcknowledge ? (
        own.answer ? (
          <details>
            <summary>{text.answerAgain}</summary>
            <AnswerForm locale={locale} unitId={own.unitId} isBusy={isBusy} />
          </details>
        ) : (
          <AnswerForm locale={locale} unitId={own.unitId} isBusy={isBusy} />
        )
      ) : null}
    </section>
  );
}

type AnswerFormProps = { readonly locale: Locale; readonly unitId: number; readonly isBusy: boolean };

function AnswerForm({ locale, unitId, isBusy }: AnswerFormProps) {
  const text = circularsText(locale).view;
  // One identifier a form: sent twice, it is one answer. Before the page is live there is none, nor a button.
  const [id] = useState(() => (typeof window === 'undefined' ? '' : crypto.randomUUID()));
  return (
    <Form method="post" encType="multipart/form-data">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="unitId" value={unitId} />
      <input type="hidden" name="id" value={id} suppressHydrationWarning />
      <div className="field">
        <label htmlFor={`answer-${unitId}`}>{text.answer}</label>
        <textarea id={`answer-${unitId}`} name="text" maxLength={10_000} rows={5} />
      </div>
      <FileField name="file" label={text.answerFile} locale={locale} accept="application/pdf" />
      <button type="submit" className="button main" disabled={isBusy}>
        {text.send}
      </button>
    </Form>
  );
}
