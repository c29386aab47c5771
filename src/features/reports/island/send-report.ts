/** Seals the report and sends it, however often the connection breaks: one report, one receipt. */
import { sha256Hex, utf8 } from '#platform/sealing/bytes.ts';
import type { Receipt } from '#platform/sealing/receipt.ts';
import type { StretchedReceipt } from '#platform/sealing/receipt-keys.ts';
import type { Addressee } from '../addressing.ts';
import { type Answers, storyOf } from '../form-rules.ts';
import type { Submission } from '../report.schemas.ts';
import { titleOf } from '../report.ts';
import { anew, readyFile, type SealedReport, sealReport } from '../seal-report.ts';
import { ask } from './api.ts';
import type { ProofKeeper } from './background.ts';
import { fetchCentreKey } from './centre-key.ts';
import { type PickedFile, readPicked } from './file-picker.ts';
import { uploadAll } from './upload.ts';
import type { Words } from './words.ts';

export type ToSend = {
  readonly id: string;
  readonly receipt: Receipt;
  readonly stretched: Promise<StretchedReceipt>;
  readonly answers: Answers;
  readonly locale: 'th' | 'en';
  readonly topicName: string;
  readonly files: readonly PickedFile[];
  readonly addressee: Addressee;
  readonly proofs: ProofKeeper;
  readonly words: Words;
  readonly says: (words: string) => void;
};

export type Sent = {
  readonly number: string;
  /** Something else had arrived before under this report: those words stand. */
  readonly isEarlier: boolean;
};

/** Errors by their code: those of the server, `key-wrong`, `no-key`; others mean that the connection stayed broken. */
export class SendRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

let sealedBefore: { messageId: string; sealed: SealedReport } | undefined;

export async function sendReport(toSend: ToSend): Promise<Sent> {
  const { words, says, proofs, addressee } = toSend;
  says(words.sealing);
  const sealed = await seal(toSend);
  const upload = () =>
    uploadAll(sealed.uploads, proofs, (done) =>
      says(words.uploading(Math.min(done + 1, sealed.uploads.length), sealed.uploads.length)),
    );
  if (sealed.uploads.length > 0) await upload();
  says(words.sending);
  let submission: Submission = sealed.submission;
  for (let attempt = 0; ; attempt += 1) {
    const { code, body } = await ask<{ number: string; messageId: string }>('/public/reports', {
      ...submission,
      proof: await proofs.get(),
    });
    if (code === 'accepted' || code === 'repeated') {
      sealedBefore = undefined;
      return { number: body.number, isEarlier: body.messageId !== submission.messageId };
    }
    if (attempt === 3) throw new SendRefused(code);
    if (code === 'no-proof' || code === 'spent-challenge') proofs.drop();
    else if (code === 'stale-key') submission = await sealed.readdress(await usableKey(addressee.unitCode));
    else if (code === 'missing-attachment') await upload();
    else throw new SendRefused(code);
  }
}

/** Sealed once for the same words and files, so that sending again sends the same bytes. */
async function seal(toSend: ToSend): Promise<SealedReport> {
  const { id, receipt, answers, locale, topicName, files, addressee, words, says } = toSend;
  const ready = [];
  for (const file of await readPicked(files)) ready.push(await readyFile(file, answers.clean));
  const story = storyOf(
    answers,
    locale,
    ready.map(({ original }) => original),
  );
  const messageId = await messageIdOf(
    receipt,
    JSON.stringify({ ...story, files: ready.map(({ original }) => original.originalSha256) }),
    addressee.unitCode,
  );
  if (sealedBefore?.messageId === messageId) return sealedBefore.sealed;
  // Sealed bytes under a new identifier each time: those of an earlier try may be in the store already.
  const fresh = ready.map(anew);
  const sealed = await sealReport({
    id,
    messageId,
    story: { ...story, files: fresh.map(({ original }) => original) },
    title: titleOf(topicName, story),
    files: fresh,
    addressee: await usableKey(addressee.unitCode),
    restriction: addressee.restriction,
    stretched: await toSend.stretched,
    sealer: 'reporter',
    sentAt: new Date(),
    progress: (done) => done < ready.length && says(words.sealingFile(done + 1, ready.length)),
  });
  sealedBefore = { messageId, sealed };
  return sealed;
}

async function usableKey(unitCode: string) {
  const key = await fetchCentreKey(unitCode);
  if (!key) throw new SendRefused('no-key');
  if (key.standing === 'wrong') throw new SendRefused('key-wrong');
  return key;
}

/** The same words and files under the same receipt are the same message, also after a reload. */
async function messageIdOf(receipt: Receipt, said: string, unitCode: string): Promise<string> {
  const hex = await sha256Hex(utf8(`prongsai/message-id/v1\n${receipt}\n${unitCode}\n${said}`));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
