/** The forms of a room and of a speaker: the same for a new one and for one to change or take away. */
import { type ReactNode, useId, useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { affiliations, type KnownSpeaker, type Room } from '../programme.ts';
import { programmeText } from '../text.ts';

type Common = { readonly locale: Locale; readonly id: string; readonly wrong: readonly string[] };

type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly value?: string | number | undefined;
  readonly wrong: readonly string[];
  readonly problem: string;
  readonly type?: 'email' | 'number';
  readonly lang?: Locale;
  readonly required?: boolean;
};

function Field({ label, name, value, wrong, problem, type, lang, required }: FieldProps) {
  const id = useId();
  const isWrong = wrong.includes(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type ?? 'text'}
        lang={lang}
        required={required}
        min={type === 'number' ? 1 : undefined}
        maxLength={200}
        defaultValue={value}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
      />
      {isWrong ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

type ShellProps = Common & {
  readonly what: 'room' | 'speaker';
  readonly name: string | undefined;
  readonly children: ReactNode;
};

/** The identifier stays the one that the form began with, also after a refusal. */
function Shell({ locale, id, what, name, children }: ShellProps) {
  const words = programmeText(locale).people;
  const [began] = useState(id);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className="card people-form">
      <input type="hidden" name="id" value={began} />
      <input type="hidden" name="what" value={what} />
      {children}
      <p className="row">
        <button type="submit" className="button main" disabled={isBusy}>
          {words.save}
        </button>
        {name === undefined ? null : (
          <button
            type="submit"
            name="intent"
            value="remove"
            formNoValidate
            className="button danger"
            aria-label={words.removeOf(name)}
            disabled={isBusy}
          >
            {words.remove}
          </button>
        )}
      </p>
    </Form>
  );
}

export function RoomForm({ room, ...common }: Common & { readonly room?: Room }) {
  const text = programmeText(common.locale);
  const field = { wrong: common.wrong, problem: text.slot.fieldProblem };
  return (
    <Shell {...common} what="room" name={room?.nameTh}>
      <Field {...field} label={text.people.roomTh} name="nameTh" value={room?.nameTh} lang="th" required />
      <Field {...field} label={text.people.roomEn} name="nameEn" value={room?.nameEn} lang="en" />
      <Field {...field} label={text.people.capacity} name="capacity" value={room?.capacity} type="number" />
    </Shell>
  );
}

export function SpeakerForm({ speaker, ...common }: Common & { readonly speaker?: KnownSpeaker }) {
  const text = programmeText(common.locale);
  const words = text.people;
  const field = { wrong: common.wrong, problem: text.slot.fieldProblem };
  const affiliation = useId();
  return (
    <Shell {...common} what="speaker" name={speaker?.nameTh}>
      <Field {...field} label={words.nameTh} name="nameTh" value={speaker?.nameTh} lang="th" required />
      <Field {...field} label={words.nameEn} name="nameEn" value={speaker?.nameEn} lang="en" />
      <Field {...field} label={words.positionTh} name="positionTh" value={speaker?.positionTh} lang="th" />
      <Field
        {...field}
        label={words.organisationTh}
        name="organisationTh"
        value={speaker?.organisationTh}
        lang="th"
      />
      <div className="field">
        <label htmlFor={affiliation}>{words.affiliation}</label>
        <p className="hint" id={`${affiliation}-hint`}>
          {words.affiliationHint}
        </p>
        <select
          id={affiliation}
          name="affiliation"
          defaultValue={speaker?.affiliation ?? 'state'}
          aria-describedby={`${affiliation}-hint`}
        >
          {affiliations.map((each) => (
            <option key={each} value={each}>
              {words.affiliations[each]}
            </option>
          ))}
        </select>
      </div>
      <Field {...field} label={words.email} name="email" value={speaker?.email} type="email" />
    </Shell>
  );
}
