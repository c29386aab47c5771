/** Adds a link or a file: the file goes first, as it is, then the form that names it. */
import { type FormEvent, useState } from 'react';
import { Form, useSubmit } from 'react-router';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { titleOf } from '../../pages/seminar-words.ts';
import type { Slot } from '../../seminar.ts';
import type { NamedSpeaker } from '../material.queries.ts';
import { audiences, materialKinds, mostBytes } from '../material.ts';
import { materialsText } from '../text.ts';

type AddMaterialProps = {
  readonly id: string;
  readonly locale: Locale;
  readonly seminarId: string;
  readonly slots: readonly Slot[];
  readonly speakers: readonly NamedSpeaker[];
  readonly wrong: readonly string[];
};
type Problem = 'too-large' | 'seminar-full' | 'too-many-waiting' | 'failed';
type Sending = 'sending' | Problem | undefined;
const problemOf: Readonly<Record<number, Problem>> = {
  413: 'too-large',
  429: 'too-many-waiting',
  507: 'seminar-full',
};

export function AddMaterial({ id, locale, seminarId, slots, speakers, wrong }: AddMaterialProps) {
  const words = materialsText(locale);
  const submit = useSubmit();
  const [file, setFile] = useState<File>();
  const [sending, setSending] = useState<Sending>();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    if (!file) return;
    event.preventDefault();
    if (file.size > mostBytes) return setSending('too-large');
    const fields = new FormData(event.currentTarget);
    setSending('sending');
    const answer = await fetch(`/office/seminars/${seminarId}/materials/${id}/file`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }).catch(() => undefined);
    if (!answer?.ok) return setSending(problemOf[answer?.status ?? 0] ?? 'failed');
    setSending(undefined);
    fields.delete('file');
    fields.set('fileName', file.name);
    await submit(fields, { method: 'post' });
  };
  const choose = (name: 'kind' | 'audience', all: readonly string[], labels: Record<string, string>) => (
    <div className="field">
      <label htmlFor={`add-${name}`}>{words.fields[name]}</label>
      <select id={`add-${name}`} name={name}>
        {all.map((one) => (
          <option key={one} value={one}>
            {labels[one]}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <section className="card no-print" aria-labelledby="add-material">
      <h3 id="add-material">{words.add}</h3>
      {sending && sending !== 'sending' ? (
        <p className="note bad" role="alert">
          {words.upload[sending]}
        </p>
      ) : null}
      {sending === 'sending' ? (
        <p className="note" role="status">
          {words.sending}
        </p>
      ) : null}
      <Form method="post" className="narrow-form" onSubmit={send}>
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="id" value={id} />
        {(['titleTh', 'titleEn'] as const).map((name) => (
          <div className="field" key={name}>
            <label htmlFor={`add-${name}`}>{words.fields[name]}</label>
            <input
              id={`add-${name}`}
              name={name}
              lang={name === 'titleTh' ? 'th' : 'en'}
              required={name === 'titleTh'}
              maxLength={200}
              aria-invalid={wrong.includes(name) || undefined}
            />
          </div>
        ))}
        {choose('kind', materialKinds, words.kinds)}
        {choose('audience', audiences, words.audiences)}
        <div className="field">
          <label htmlFor="add-slot">{words.fields.slot}</label>
          <select id="add-slot" name="slotId">
            <option value="">{words.whole}</option>
            {slots.map((slot) => (
              <option key={slot.id} value={slot.id}>
                {titleOf(slot, locale)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="add-speaker">{words.fields.speaker}</label>
          <select id="add-speaker" name="speakerId">
            <option value="">{words.fields.noSpeaker}</option>
            {speakers.map((speaker) => (
              <option key={speaker.id} value={speaker.id}>
                {speaker.nameTh}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="add-link">{words.fields.link}</label>
          <p className="hint" id="add-link-hint">
            {words.fields.linkHint}
          </p>
          <input
            id="add-link"
            name="link"
            type="url"
            maxLength={1000}
            aria-describedby="add-link-hint"
            aria-invalid={wrong.includes('link') || undefined}
          />
        </div>
        <FileField
          name="file"
          label={words.fields.file}
          hint={words.fields.fileHint}
          locale={locale}
          onChange={(files) => setFile(files[0])}
        />
        <button type="submit" className="button main" disabled={sending === 'sending'}>
          {words.submit}
        </button>
      </Form>
    </section>
  );
}
