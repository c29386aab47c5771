/** The head orders certificates for attendees, chosen speakers or chosen organisers. */
import { Form } from 'react-router';
import type { CertificatesView } from '#features/seminars/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

type OrderProps = {
  readonly locale: Locale;
  readonly view: CertificatesView;
  readonly id: string;
  readonly today: string;
};

export function OrderForm({ locale, view, id, today }: OrderProps) {
  const { order: text, kinds } = certificatesText(locale);
  const others = [
    ['speaker', view.speakers],
    ['organiser', view.organisers],
  ] as const;
  return (
    <section aria-labelledby="order" className="measure">
      <h3 id="order">{text.heading}</h3>
      {view.isOver && !view.mayOrder ? (
        <p className="note">{text.headOrders(view.signer.name)}</p>
      ) : view.isOver ? (
        <Form method="post" className="card" key={id}>
          <input type="hidden" name="intent" value="order" />
          <input type="hidden" name="id" value={id} />
          <fieldset>
            <legend>{text.kind}</legend>
            <label className="choice">
              <input type="radio" name="kind" value="attendee" defaultChecked={view.toIssue > 0} />
              <span>
                {kinds.attendee}
                <small>{view.toIssue > 0 ? text.attendees(view.toIssue) : text.nobody}</small>
              </span>
            </label>
            {others.map(([kind, people]) =>
              people.length === 0 ? null : (
                <div key={kind}>
                  <label className="choice">
                    <input type="radio" name="kind" value={kind} />
                    <span>{kinds[kind]}</span>
                  </label>
                  <fieldset className="order-people">
                    <legend className="visually-hidden">{kinds[kind]}</legend>
                    {people.map((person) => (
                      <label className="choice" key={person.id}>
                        <input type="checkbox" name={kind} value={person.id} />
                        <span>
                          <span lang="th">{person.name}</span>
                          <small lang="th">{person.line}</small>
                        </span>
                      </label>
                    ))}
                  </fieldset>
                </div>
              ),
            )}
          </fieldset>
          <div className="field">
            <label htmlFor="signer-name">{text.signerName}</label>
            <input
              id="signer-name"
              name="signerName"
              defaultValue={view.signer.name}
              required
              maxLength={200}
            />
          </div>
          <div className="field">
            <label htmlFor="signer-position">{text.signerPosition}</label>
            <input
              id="signer-position"
              name="signerPosition"
              defaultValue={view.signer.position}
              required
              maxLength={300}
            />
          </div>
          <DateField name="dated" label={text.dated} locale={locale} defaultValue={today} required />
          <button type="submit" className="button act" aria-describedby="order-hint">
            {text.submit}
          </button>
          <p className="hint" id="order-hint">
            {text.hint}
          </p>
        </Form>
      ) : (
        <p className="note">{text.notOver}</p>
      )}
    </section>
  );
}
