/** Writes an objection: sealed for the officer herself and, where she chooses, for the ethics officers of a centre above. */
import { type FormEvent, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { identity, isRefusal, tell, watchRecipient } from '#features/network/browser/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { randomBytes, toHex } from '#platform/sealing/bytes.ts';
import { asRecipient, recipientOf } from '#platform/sealing/identity.ts';
import type { Locale } from '#platform/text/messages.ts';
import { problemsText } from '../../problem-text.ts';
import { commitmentOf, sealObjection } from '../browser/seal-objection.ts';
import { largestObjectionFile, type ObjectionText, type OrderReply, replies } from '../objection.ts';
import type { ObjectionsDesk } from '../read-objections.ts';
import { objectionsText } from '../text.ts';

type Props = {
  readonly desk: ObjectionsDesk;
  readonly locale: Locale;
  readonly follows: string | undefined;
  readonly onSaved: (id: string) => void;
};

export function ObjectionForm({ desk, locale, follows, onSaved }: Props) {
  const all = objectionsText(locale);
  const text = all.form;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { revalidate } = useRevalidator();
  // The same text is the same record however often it is sent.
  const sent = useRef<{ said: string; id: string; salt: string; shareId: string }>(undefined);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '').trim();
    const file = form.get('file');
    if (file instanceof File && file.size > largestObjectionFile) return setProblem(all.tooLarge);
    setBusy(true);
    setProblem(undefined);
    try {
      const said = [...form]
        .map(([name, value]) => `${name}=${value instanceof File ? `${value.name}/${value.size}` : value}`)
        .join('\n');
      if (sent.current?.said !== said)
        sent.current = {
          said,
          id: crypto.randomUUID(),
          salt: toHex(randomBytes(32)),
          shareId: crypto.randomUUID(),
        };
      const { id, salt, shareId } = sent.current;
      const body: ObjectionText = {
        type: 'objection',
        v: 1,
        giver: read('giver'),
        orderedOn: read('orderedOn'),
        order: read('order'),
        ground: read('ground'),
        basis: read('basis'),
        objection: read('objection'),
        reply: read('reply') as OrderReply,
        replyText: read('replyText'),
        file: file instanceof File && file.size > 0 ? await readFile(file) : null,
        salt,
      };
      const above = desk.above.find(({ code }) => code === read('share'));
      if (above && !(await watchRecipient(above.code, above.epoch, above.recipient)))
        throw new Error('alarm');
      await tell('/office/objections/records', {
        id,
        ...(follows ? { follows } : {}),
        sealed: await sealObjection(body, [await recipientOf(await identity())]),
        commitment: await commitmentOf(body),
        ...(above
          ? {
              share: {
                id: shareId,
                objectionId: id,
                unitCode: above.code,
                epoch: above.epoch,
                sealed: await sealObjection(body, [asRecipient(above.recipient)]),
              },
            }
          : {}),
      });
      await revalidate();
      onSaved(id);
    } catch (error) {
      const words: { readonly [code: string]: string } = problemsText(locale);
      const code = isRefusal(error) ? error.code : (error as Error).message;
      setProblem(code === 'alarm' ? all.alarm : (words[code] ?? all.failed));
    } finally {
      setBusy(false);
    }
  }

  const line = (name: 'giver' | 'basis', isRequired: boolean) => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      <input id={name} name={name} required={isRequired} maxLength={500} autoComplete="off" />
    </div>
  );
  const area = (name: 'order' | 'objection' | 'replyText', isRequired: boolean) => (
    <div className="field">
      <label htmlFor={name}>{text[name]}</label>
      {name === 'objection' ? (
        <p className="hint" id="objection-hint">
          {text.objectionHint}
        </p>
      ) : null}
      <textarea
        id={name}
        name={name}
        className="short"
        required={isRequired}
        maxLength={20_000}
        aria-describedby={name === 'objection' ? 'objection-hint' : undefined}
      />
    </div>
  );
  return (
    <section className="card" aria-labelledby="new-objection">
      <h2 id="new-objection">{text.heading}</h2>
      {follows ? <p className="soft">{all.follows}</p> : null}
      <form onSubmit={send} id="objection-form">
        {line('giver', true)}
        <DateField
          name="orderedOn"
          label={text.orderedOn}
          locale={locale}
          defaultValue={desk.today}
          required
        />
        {area('order', true)}
        <fieldset>
          <legend>{text.ground}</legend>
          {desk.grounds.map((ground, at) => (
            <label key={ground.code} className="choice">
              <input type="radio" name="ground" value={ground.code} defaultChecked={at === 0} />
              <span>
                {ground.name}
                <small>
                  {ground.basis}{' '}
                  {ground.unconfirmed ? <span className="tag warn">{text.unconfirmed}</span> : null}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {line('basis', false)}
        {area('objection', true)}
        <fieldset>
          <legend>{text.reply}</legend>
          {replies.map((reply, at) => (
            <label key={reply} className="choice">
              <input type="radio" name="reply" value={reply} defaultChecked={at === 0} />
              <span>{text.replies[reply]}</span>
            </label>
          ))}
        </fieldset>
        {area('replyText', false)}
        <div className="field">
          <label htmlFor="file">{text.file}</label>
          <input id="file" name="file" type="file" />
        </div>
        <fieldset>
          <legend>{text.share}</legend>
          <label className="choice">
            <input type="radio" name="share" value="" defaultChecked />
            <span>{text.shareNobody}</span>
          </label>
          {desk.above.map((centre) => (
            <label key={centre.code} className="choice">
              <input type="radio" name="share" value={centre.code} />
              <span>{text.shareWith(centre.name)}</span>
            </label>
          ))}
        </fieldset>
        {problem ? (
          <p className="note bad" role="alert">
            {problem}
          </p>
        ) : null}
        <button type="submit" className="button act" disabled={isBusy}>
          {isBusy ? text.sealing : text.send}
        </button>
      </form>
    </section>
  );
}

async function readFile(file: File): Promise<ObjectionText['file']> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name.slice(0, 120), mediaType: file.type.slice(0, 100), base64: btoa(binary) };
}
