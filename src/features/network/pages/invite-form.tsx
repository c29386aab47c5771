/** Invites somebody to a centre with roles; shows the link to hand over. */
import { type FormEvent, useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import type { Role } from '../network.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { fieldsOf } from './form-fields.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { useAct } from './use-act.ts';

const notForHeads: readonly Role[] = ['administrator', 'auditor', 'overseer', 'head'];

export function InviteForm({
  locale,
  unitCode,
  isHead,
}: {
  readonly locale: Locale;
  readonly unitCode: string;
  readonly isHead: boolean;
}) {
  const { people: text, roles, roleHints } = networkText(locale);
  const act = useAct(locale);
  const [link, setLink] = useState<string>();
  // The same name until it succeeded: a request sent twice makes one invitation.
  const [id, setId] = useState(() => crypto.randomUUID());
  const offered = (Object.keys(roles) as Role[]).filter((role) => !isHead || !notForHeads.includes(role));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const chosen = new FormData(form).getAll('roles');
    const body = { ...fieldsOf(form), roles: chosen, id, unitCode };
    void act.run(async () => {
      setLink((await tell<{ link: string }>('/office/api/invitations', body)).link);
      setId(crypto.randomUUID());
      form.reset();
    });
  };
  return (
    <section className="card">
      <h2>{text.inviteTitle}</h2>
      <p className="hint">{text.inviteLead}</p>
      <form onSubmit={submit}>
        <div className="two-columns">
          <label className="field">
            <span className="label">{text.inviteName}</span>
            <input name="nameTh" required maxLength={200} />
          </label>
          <label className="field">
            <span className="label">{text.inviteEmail}</span>
            <input name="email" type="email" required maxLength={200} />
          </label>
          <label className="field">
            <span className="label">{text.orderNo}</span>
            <input name="orderNo" maxLength={100} />
          </label>
        </div>
        <fieldset>
          <legend>{text.inviteRoles}</legend>
          <div className="two-columns">
            {offered.map((role) => (
              <label className="choice" key={role}>
                <input type="checkbox" name="roles" value={role} defaultChecked={role === 'case-officer'} />
                <span>
                  {roles[role]}
                  <small>{roleHints[role]}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button main" disabled={act.busy}>
          {text.invite}
        </button>
      </form>
      <ActStatus act={act} />
      {link ? <OneTimeLink locale={locale} link={link} /> : null}
    </section>
  );
}
