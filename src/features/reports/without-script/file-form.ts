/** A report from a form without script: sealed here, in memory, before anything is stored, as the page said it would be. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { civilDate } from '#platform/calendar/bangkok.ts';
import type { Recipient } from '#platform/sealing/identity.ts';
import { type Receipt, toDigits, toWords } from '#platform/sealing/receipt.ts';
import { stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import { loadWordList } from '#platform/sealing/word-list.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addresseeOf } from '../addressing.ts';
import { type Answers, answersFrom, noAnswers, type Problem, problemsOf, storyOf } from '../form-rules.ts';
import type { Parts } from '../needs.ts';
import { centreKey, publicCentres } from '../public-centres.ts';
import { type QrPicture, receiptQr } from '../receipt-qr.ts';
import { submission } from '../report.schemas.ts';
import { titleOf } from '../report.ts';
import { type ChosenFile, readyFile, type SealedUpload, sealReport } from '../seal-report.ts';
import { keepSealed } from '../store-upload.ts';
import { submitReport } from '../submit-report.ts';
import { type PostedForm, type UnreadForm, withForm } from './forms.ts';
import { messageIdOf, newSeed, receiptOf, reportIdOf, seedFrom } from './seeds.ts';

/** What stands in the way as a whole, in words of `form-text`. */
export type FormRefusal = 'tooLarge' | 'busy' | 'full' | 'noReader' | 'unitClosed' | 'failed';

export type ShownReceipt = {
  readonly number: string;
  readonly digits: string;
  readonly words: { readonly th: string; readonly en: string };
  readonly qr: QrPicture;
};

export type FormOutcome =
  | { readonly kind: 'receipt'; readonly receipt: ShownReceipt }
  /** Sent before with other words: those stand, and so does their receipt, which may never have arrived. */
  | { readonly kind: 'changed'; readonly receipt: ShownReceipt }
  | {
      readonly kind: 'again';
      readonly status: number;
      readonly answers: Answers;
      readonly seed: string;
      readonly problems: readonly Problem[];
      readonly refusal: FormRefusal | undefined;
      readonly hadFiles: boolean;
    };

/** Reads, checks, seals and files. `followPath` is the follow-up page's path in this language. */
export function fileForm(
  parts: Parts,
  request: Request,
  locale: Locale,
  followPath: string,
): Promise<FormOutcome> {
  return withForm(request, (form) => checkAndFile(parts, form, locale, followPath));
}

const unread = { 'too-large': 'tooLarge', malformed: 'failed', busy: 'busy' } as const;

async function checkAndFile(
  parts: Parts,
  form: PostedForm | UnreadForm,
  locale: Locale,
  followPath: string,
): Promise<FormOutcome> {
  if (typeof form === 'string') return again(noAnswers, newSeed(), [], unread[form], false);
  const answers = answersFrom(form.text);
  const files = await form.files('files');
  const seed = seedFrom(form.text('seed'));
  const shownSeed = seed?.toString('base64url') ?? newSeed();
  const topics = await parts.cases.listTopics(today(parts));
  const sizes = files.map(({ name, bytes }) => ({ name, size: bytes.length }));
  const problems = problemsOf(
    answers,
    sizes,
    topics.map(({ code }) => code),
  );
  const refused = (refusal: FormRefusal | undefined) =>
    again(answers, shownSeed, problems, refusal, files.length > 0);
  if (problems.length > 0) return refused(undefined);
  if (!seed) return refused('failed');
  const topic = topics.find(({ code }) => code === answers.topic)!;
  return (
    (await parts.withoutScript(() =>
      sealAndFile(
        parts,
        {
          seed,
          answers,
          files,
          locale,
          followPath,
          topicName: locale === 'th' ? topic.nameTh : topic.nameEn,
        },
        refused,
      ),
    )) ?? refused('busy')
  );
}

type Filing = {
  readonly seed: Buffer;
  readonly answers: Answers;
  readonly files: readonly ChosenFile[];
  readonly locale: Locale;
  readonly followPath: string;
  readonly topicName: string;
};

async function sealAndFile(
  parts: Parts,
  { seed, answers, files, locale, followPath, topicName }: Filing,
  refused: (refusal: FormRefusal) => FormOutcome,
): Promise<FormOutcome> {
  const named = answers.centre === '' ? null : answers.centre;
  const addressee = addresseeOf(named, answers.insider, await publicCentres(parts));
  const key = addressee && (await centreKey(parts, addressee.unitCode));
  if (!addressee || !key) return refused('noReader');
  const ready = await Promise.all(files.map((file) => readyFile(file, answers.clean)));
  const story = storyOf(
    answers,
    locale,
    ready.map(({ original }) => original),
  );
  const receipt = receiptOf(seed);
  const said = JSON.stringify({ ...story, files: [] });
  const messageId = messageIdOf(seed, [said, ...files.map(({ bytes }) => bytes)]);
  const sealed = await sealReport({
    id: reportIdOf(seed),
    messageId,
    story,
    title: titleOf(topicName, story),
    files: ready,
    addressee: { ...key, recipient: key.recipient as Recipient },
    restriction: addressee.restriction,
    stretched: await stretchReceipt(receipt),
    sealer: 'server',
    sentAt: parts.ground.now(),
  });
  const stored = await storeAll(parts, sealed.uploads);
  if (stored !== 'accepted') return refused(stored);
  const { proof: _, ...checked } = submission.parse(sealed.submission);
  const answer = await submitReport(parts, checked, oneTimeProof(parts), 'web-no-script');
  if (answer.number !== null && (answer.outcome === 'accepted' || answer.outcome === 'repeated'))
    return {
      kind: answer.messageId === messageId ? 'receipt' : 'changed',
      receipt: await shown(receipt, answer.number, parts.ground.publicUrl.origin, followPath),
    };
  return refused(answer.outcome === 'unit-closed' ? 'unitClosed' : 'failed');
}

/** Puts sealed files into the store under their identifiers. */
export async function storeAll(
  parts: Parts,
  uploads: readonly SealedUpload[],
): Promise<'accepted' | 'full' | 'busy'> {
  for (const { attachment, sealed } of uploads) {
    const outcome = await keepSealed(parts, attachment.id, Readable.from([Buffer.from(sealed)]));
    if (outcome === 'full' || outcome === 'busy') return outcome;
    if (outcome !== 'accepted') throw new Error(`a sealed file was not stored: ${outcome}`);
  }
  return 'accepted';
}

/** Nobody without script can work a proof: the gate in `parts.withoutScript` stands in its place (docs/decisions). */
function oneTimeProof({ ground }: Parts) {
  return {
    id: createHash('sha256').update(randomBytes(32)).digest(),
    expiresAt: new Date(ground.now().getTime() + 60_000),
  };
}

async function shown(
  receipt: Receipt,
  number: string,
  origin: string,
  followPath: string,
): Promise<ShownReceipt> {
  const [th, en] = await Promise.all([loadWordList('th'), loadWordList('en')]);
  const digits = toDigits(receipt);
  return {
    number,
    digits,
    words: { th: toWords(receipt, th), en: toWords(receipt, en) },
    qr: receiptQr(origin, followPath, digits),
  };
}

const statuses: Partial<Record<FormRefusal, number>> = { busy: 429, tooLarge: 413, full: 507, failed: 503 };

function again(
  answers: Answers,
  seed: string,
  problems: readonly Problem[],
  refusal: FormRefusal | undefined,
  hadFiles: boolean,
): FormOutcome {
  const status = refusal ? (statuses[refusal] ?? 400) : 400;
  return { kind: 'again', status, answers, seed, problems, refusal, hadFiles };
}

const today = ({ ground }: Parts) => civilDate(ground.now());
