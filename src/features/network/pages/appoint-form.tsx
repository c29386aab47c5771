/** Gives a person of the centre a further role: on which order, from when, acting for whom. */
import { type FormEvent, useId } from 'react';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import type { Role } from '../network.ts';
import type { PeopleOfCentre } from '../read-people.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { fieldsOf } from './form-fields.ts';
import { useAct } from './use-act.ts';

export function AppointForm({
  locale,
  person,
  all,
}: {
  readonly locale: Locale;
  readonly person: PeopleOfCentre['people'][number];
  readonly all: PeopleOfCentre;
}) {
  const { people: text, roles } = networkText(locale);
  const act = useAct(locale);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { ...fieldsOf(form), id: crypto.randomUUID(), personId: person.id, unitCode: all.unitCode };
    void act.run(() => tell('/office/api/appointments', body)).then((done) => done && form.reset());
  };
  return (
    <form onSubmit={submit}>
      <h3>{text.addRole}</h3>
      <div className="two-columns">
        <div className="field">
          <label htmlFor={`${id}role`}>{text.role}</label>
          <select id={`${id}role`} name="role" required>
            {(Object.keys(roles) as Role[]).map((role) => (
              <option key={role} value={role}>
                {roles[role]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}order`}>{text.orderNo}</label>
          <input id={`${id}order`} name="orderNo" maxLength={100} />
        </div>
        <div className="field">
          <label htmlFor={`${id}acting`}>{text.actingForLabel}</label>
          <select id={`${id}acting`} name="actingFor">
            <option value="">{text.nobody}</option>
            {all.people
              .filter((other) => other.id !== person.id)
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {other.nameTh}
                </option>
              ))}
          </select>
        </div>
        <DateField name="validFrom" label={text.validFrom} locale={locale} />
        <DateField name="validTo" label={text.validTo} locale={locale} />
      </div>
      <button type="submit" className="button main" disabled={act.busy}>
        {text.add}
      </button>
      <ActStatus act={act} done={text.done} />
    </form>
  );
}
