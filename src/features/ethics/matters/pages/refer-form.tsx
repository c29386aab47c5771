/** The form of a referral: nothing is filled in for her; where it goes is said before it is sent. */

import { type FormEvent, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { uploadFile } from '#features/cases/browser/index.ts';
import { isRefusal, signing, tell, watchRecipient } from '#features/network/browser/index.ts';
import {
  addresseeOf,
  formText,
  type InsiderAnswer,
  insiderAnswers,
  largestFile,
  longestAnswer,
  longestStory,
  mostFiles,
  type PublicCentre,
  titleOf,
} from '#features/reports/browser/index.ts';
import { FileField } from '#interface/fields/file-field.tsx';
import { filesOf } from '#platform/http/limited-form.ts';
import { asRecipient } from '#platform/sealing/identity.ts';
import type { Locale } from '#platform/text/messages.ts';
import { problemsText } from '../../problem-text.ts';
import { sealReferral } from '../browser/seal-referral.ts';
import type { NewReferral } from '../refer-matter.ts';
import { referText } from '../refer-text.ts';
import type { ReferralForm } from '../referral-form.ts';

type Props = {
  readonly form: ReferralForm;
  readonly centre: PublicCentre;
  readonly locale: Locale;
  readonly onSent: (number: string) => void;
};

export function ReferForm({ form, centre, locale, onSent }: Props) {
  const text = referText(locale);
  const asked = formText(locale);
  const [insider, setInsider] = useState<InsiderAnswer>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { revalidate } = useRevalidator();
  // The same words and files are the same case however often they are sent.
  const sent = useRef<{ readonly said: string; readonly referral: NewReferral }>(undefined);
  const addressee = insider && addresseeOf(centre.code, insider, [centre]);
  const target = form.targets.find(({ unitCode }) => unitCode === addressee?.unitCode);

  async function seal(said: string, fields: FormData): Promise<NewReferral> {
    if (sent.current?.said === said) return sent.current.referral;
    if (!(await watchRecipient(target!.unitCode, target!.epoch, target!.recipient))) throw new Error('alarm');
    const read = (name: string) => String(fields.get(name) ?? '').trim();
    const story = {
      type: 'report',
      v: 1,
      language: locale,
      centre: centre.code,
      insider: insider!,
      topic: read('topic'),
      about: read('about'),
      place: read('place'),
      happened: read('happened'),
      when: read('when'),
      source: read('source'),
      damage: read('damage'),
      wish: '',
      identity: 'anonymous',
      name: '',
      contact: '',
      files: [],
    } as const;
    const topic = form.topics.find(({ code }) => code === story.topic)!;
    const files = filesOf(fields, 'files');
    const referral = await sealReferral({
      id: crypto.randomUUID(),
      matterId: form.standing.id,
      story,
      title: titleOf(topic.nameTh, story),
      addressee: { ...target!, recipient: asRecipient(target!.recipient) },
      restriction: addressee!.restriction,
      upload: async (recipient) => {
        const uploaded = [];
        for (const file of files) uploaded.push(await uploadFile(file, recipient));
        return uploaded;
      },
      signing: await signing(),
      sentAt: new Date(),
    });
    sent.current = { said, referral };
    return referral;
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const files = filesOf(fields, 'files');
    if (files.length > mostFiles || files.some(({ size }) => size > largestFile))
      return setProblem(text.files.tooLarge);
    if (!target) return setProblem(text.nobody);
    setBusy(true);
    setProblem(undefined);
    try {
      const said = JSON.stringify([
        target.unitCode,
        target.epoch,
        ...[...fields].map(([name, value]) => [
          name,
          value instanceof File ? `${value.name}/${value.size}/${value.lastModified}` : value,
        ]),
      ]);
      const { number } = await tell<{ number: string }>('/office/ethics/referrals', await seal(said, fields));
      onSent(number);
    } catch (error) {
      const words: { readonly [code: string]: string } = { ...problemsText(locale), ...text.problems };
      const code = isRefusal(error) ? error.code : ((error as { code?: string }).code ?? String(error));
      // Whatever was sealed for the old key or lost a file is sealed anew the next time.
      if (code === 'stale-key' || code === 'missing-attachment') {
        sent.current = undefined;
        await revalidate();
      }
      setProblem(words[code] ?? ((error as Error).message === 'alarm' ? text.problems.alarm : text.failed));
      setBusy(false);
    }
  }

  const area = (name: 'about' | 'place' | 'happened' | 'when' | 'source' | 'damage') => (
    <div className="field">
      <label htmlFor={name}>{text.fields[name]}</label>
      {name === 'happened' || name === 'source' ? (
        <p className="hint" id={`${name}-hint`}>
          {text.hints[name]}
        </p>
      ) : null}
      {name === 'happened' ? (
        <textarea id={name} name={name} required maxLength={longestStory} aria-describedby={`${name}-hint`} />
      ) : (
        <input
          id={name}
          name={name}
          maxLength={longestAnswer}
          autoComplete="off"
          aria-describedby={name === 'source' ? `${name}-hint` : undefined}
        />
      )}
    </div>
  );
  return (
    <form className="card" onSubmit={send} id="refer-form">
      <div className="field">
        <label htmlFor="topic">{asked.topic.question}</label>
        <select id="topic" name="topic" required defaultValue="">
          <option value="">{text.choose}</option>
          {form.topics.map((topic) => (
            <option key={topic.code} value={topic.code}>
              {locale === 'en' ? topic.nameEn : topic.nameTh}
            </option>
          ))}
        </select>
      </div>
      {area('about')}
      <fieldset>
        <legend>{text.insider}</legend>
        <p className="hint">{text.insiderHint}</p>
        {insiderAnswers.map((answer) => (
          <label key={answer} className="choice">
            <input type="radio" name="insider" value={answer} required onChange={() => setInsider(answer)} />
            <span>{asked.insider[answer]}</span>
          </label>
        ))}
      </fieldset>
      {area('happened')}
      {area('place')}
      {area('when')}
      {area('source')}
      {area('damage')}
      <FileField
        id="files"
        name="files"
        label={text.files.label}
        hint={text.files.hint}
        locale={locale}
        multiple
      />
      <p className="note" role="status">
        {insider === undefined
          ? text.chooseInsider
          : target
            ? addressee!.reason === 'no-tier-above'
              ? text.noTierAbove
              : text.goesTo[addressee!.restriction](locale === 'en' ? target.nameEn : target.nameTh)
            : text.nobody}
      </p>
      {problem ? (
        <p className="note bad" role="alert">
          {problem}
        </p>
      ) : null}
      <button type="submit" className="button act" disabled={isBusy || (insider !== undefined && !target)}>
        {isBusy ? text.sealing : text.send}
      </button>
    </form>
  );
}
