/** Who joins: names, position, address; for the first of all also which work to take. */
import type { Locale } from '#platform/text/messages.ts';
import type { Newcomer, OpenInvitation } from '../join.ts';
import { networkText } from '../text.ts';

export function NewcomerFields({
  locale,
  invitation,
}: {
  readonly locale: Locale;
  readonly invitation: OpenInvitation;
}) {
  const { join: text, roles } = networkText(locale);
  const fixed = invitation.email !== undefined;
  return (
    <>
      <label className="field">
        <span className="label">{text.email}</span>
        <input
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={invitation.email}
          readOnly={fixed}
          required
        />
      </label>
      <label className="field">
        <span className="label">{text.nameTh}</span>
        <input
          name="nameTh"
          lang="th"
          autoComplete="name"
          defaultValue={invitation.nameTh}
          readOnly={invitation.renews}
          required
          maxLength={200}
        />
      </label>
      {invitation.renews ? null : (
        <div className="two-columns">
          <label className="field">
            <span className="label">{text.nameEn}</span>
            <input name="nameEn" lang="en" maxLength={200} />
          </label>
          <label className="field">
            <span className="label">{text.positionTh}</span>
            <input name="positionTh" autoComplete="organization-title" maxLength={200} />
          </label>
        </div>
      )}
      {invitation.isFirst ? (
        <fieldset>
          <legend>{text.alsoLabel}</legend>
          <p className="hint">{text.alsoHint}</p>
          {(['case-officer', 'head'] as const).map((role) => (
            <label className="choice" key={role}>
              <input type="checkbox" name="alsoRoles" value={role} />
              <span>{roles[role]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

/** What the form says, as the server takes it. */
export function newcomerOf(form: HTMLFormElement, locale: Locale): Newcomer {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  return {
    email: text('email'),
    nameTh: text('nameTh'),
    nameEn: text('nameEn') || undefined,
    positionTh: text('positionTh') || undefined,
    locale,
    alsoRoles: fields.getAll('alsoRoles') as Newcomer['alsoRoles'],
  };
}
