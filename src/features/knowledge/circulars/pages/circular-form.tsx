/** The form of a new circular. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Issuer } from '#features/knowledge/circulars/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { circularKinds, type SecrecyGrade, secrecyGrades } from '../circular.ts';
import { circularsText } from '../text.ts';
import { AudienceFields } from './audience-fields.tsx';

type CircularFormProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly issuers: readonly Issuer[];
  readonly older: readonly { id: string; number: string; subject: string }[];
  readonly today: string;
};

export function CircularForm({ locale, id, issuers, older, today }: CircularFormProps) {
  const text = circularsText(locale);
  const { form } = text;
  const isBusy = useNavigation().state !== 'idle';
  // The identifier that the form began with: a refused form is sent again as the same circular.
  const [ownId] = useState(id);
  const [issuerId, setIssuerId] = useState(issuers[0]!.id);
  const [secrecy, setSecrecy] = useState<SecrecyGrade>('none');
  const [wantsAnswer, setWantsAnswer] = useState(false);
  const issuer = issuers.find((each) => each.id === issuerId)!;
  return (
    <Form method="post" encType="multipart/form-data" className="narrow-form">
      <input type="hidden" name="id" value={ownId} />
      <div className="field">
        <label htmlFor="secrecy">{form.secrecy}</label>
        <select
          id="secrecy"
          name="secrecy"
          value={secrecy}
          onChange={(event) => setSecrecy(event.target.value as SecrecyGrade)}
        >
          {secrecyGrades.map((grade) => (
            <option key={grade} value={grade}>
              {form.grades[grade]}
            </option>
          ))}
        </select>
      </div>
      {secrecy === 'none' ? (
        <>
          <div className="two-columns">
            <div className="field">
              <label htmlFor="unitId">{form.from}</label>
              <select
                id="unitId"
                name="unitId"
                value={issuerId}
                onChange={(event) => setIssuerId(Number(event.target.value))}
              >
                {issuers.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="kind">{form.kind}</label>
              <select id="kind" name="kind">
                {circularKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {text.kinds[kind]}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="number">{form.number}</label>
              <p className="hint" id="number-hint">
                {form.numberHint}
              </p>
              <input id="number" name="number" required maxLength={100} aria-describedby="number-hint" />
            </div>
            <DateField name="dated" label={form.dated} locale={locale} defaultValue={today} required />
          </div>
          <div className="field">
            <label htmlFor="subject">{form.subject}</label>
            <input id="subject" name="subject" required maxLength={300} />
          </div>
          <div className="field">
            <label htmlFor="gist">{form.gist}</label>
            <p className="hint" id="gist-hint">
              {form.gistHint}
            </p>
            <textarea id="gist" name="gist" maxLength={2000} rows={4} aria-describedby="gist-hint" />
          </div>
          <AudienceFields key={issuer.id} locale={locale} issuer={issuer} />
          <FileField name="file" label={form.file} locale={locale} accept="application/pdf" required />
          <label className="choice">
            <input type="checkbox" name="isPublic" /> {form.isPublic}
          </label>
          <label className="choice">
            <input
              type="checkbox"
              name="wantsAnswer"
              checked={wantsAnswer}
              onChange={(event) => setWantsAnswer(event.target.checked)}
            />{' '}
            {form.wantsAnswer}
          </label>
          {wantsAnswer ? (
            <div className="card field">
              <DateField name="answerDueOn" label={form.answerDueOn} locale={locale} required />
              <div className="field">
                <label htmlFor="answerAsked">{form.answerAsked}</label>
                <textarea id="answerAsked" name="answerAsked" required maxLength={1000} rows={3} />
              </div>
            </div>
          ) : null}
          {older.length > 0 ? (
            <div className="field">
              <label htmlFor="supersedes">{form.supersedes}</label>
              <select id="supersedes" name="supersedes">
                <option value="">{form.supersedesNone}</option>
                {older.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.number} {each.subject}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
          <button type="submit" className="button act" disabled={isBusy}>
            {form.send}
          </button>
          <p className="hint">{form.sendHint}</p>
        </>
      ) : (
        <p className="note bad" role="alert">
          {form.secretRefused}
        </p>
      )}
    </Form>
  );
}
