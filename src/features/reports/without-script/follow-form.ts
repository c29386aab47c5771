/** Coming back without script: the receipt is typed into a form, and the server opens, reads and writes in memory for this one answer. */
import { buffer } from 'node:stream/consumers';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { openFile } from '#platform/sealing/file.ts';
import { type ParsedReceipt, parseReceipt, type ReceiptProblem } from '#platform/sealing/parse-receipt.ts';
import { type Receipt, toDigits } from '#platform/sealing/receipt.ts';
import { lookupOf, type ReporterKeys, reporterKeys, stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import { rawPublicKey } from '#platform/sealing/signature.ts';
import { fileProblems, type Problem } from '../form-rules.ts';
import { lookUpReport } from '../look-up-report.ts';
import type { Parts } from '../needs.ts';
import { type Dialogue, openDialogue } from '../open-dialogue.ts';
import { type OpenedReport, openReport } from '../open-report.ts';
import { readSigningKey } from '../report.queries.ts';
import { messageSending } from '../report.schemas.ts';
import { longestStory } from '../report.ts';
import { anew, type ChosenFile, readyFile, type SealedUpload } from '../seal-report.ts';
import { sealSaid } from '../seal-said.ts';
import { type MessageOutcome, sendMessage } from '../send-message.ts';
import { storeAll } from './file-form.ts';
import { type PostedForm, type UnreadForm, withForm } from './forms.ts';

/** What the page says above the dialogue, or instead of it; codes of `follow-text`. */
export type FollowRefusal =
  | 'unknown'
  | 'busy'
  | 'failed'
  | 'empty'
  | 'notContestable'
  | 'conversationClosed'
  | 'waitForAnswer'
  | 'sendFailed'
  | 'full'
  | 'tooLarge';

export type FollowOutcome =
  | {
      readonly kind: 'ask';
      readonly typed: string;
      readonly problem: ReceiptProblem | undefined;
      readonly refusal: FollowRefusal | undefined;
    }
  | {
      readonly kind: 'open';
      readonly digits: string;
      readonly report: OpenedReport;
      readonly messages: Dialogue['messages'];
      /** What was typed and could not be sent. */
      readonly text: string;
      readonly messageId: string;
      readonly done: 'opened' | 'sent' | 'already';
      readonly refusal: FollowRefusal | undefined;
      readonly problems: readonly Problem[];
    };

/** Opens, and sends what the form brings along. */
export function followForm(parts: Parts, request: Request): Promise<FollowOutcome> {
  return withForm(request, (form) => openAndAnswer(parts, form));
}

const unread = { 'too-large': 'tooLarge', malformed: 'failed', busy: 'busy' } as const;

async function openAndAnswer(parts: Parts, form: PostedForm | UnreadForm): Promise<FollowOutcome> {
  if (typeof form === 'string') return ask('', undefined, unread[form]);
  const typed = form.text('receipt') ?? '';
  const parsed: ParsedReceipt = await parseReceipt(typed);
  if (!parsed.ok) return ask(typed, parsed.problem);
  const outcome = await parts.withoutScript(async () => {
    const opened = await openByReceipt(parts, parsed.receipt);
    return typeof opened === 'string' ? ask(typed, undefined, opened) : answer(parts, form, opened);
  });
  return outcome ?? ask(typed, undefined, 'busy');
}

/** A file of the dialogue in clear; undefined when the form does not open it. */
export function followFile(
  parts: Parts,
  request: Request,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return withForm(request, (form) => openWanted(parts, form));
}

async function openWanted(
  parts: Parts,
  form: PostedForm | UnreadForm,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  if (typeof form === 'string') return undefined;
  const parsed = await parseReceipt(form.text('receipt') ?? '');
  if (!parsed.ok) return undefined;
  return parts.withoutScript(async () => {
    const opened = await openByReceipt(parts, parsed.receipt);
    if (typeof opened === 'string') return undefined;
    for (const message of opened.dialogue.messages) {
      const attachment = message.ok && message.attachments.find(({ id }) => id === form.text('file'));
      const identity = opened.dialogue.identities.get(message.keyVersion);
      const stored = attachment && identity && (await parts.ground.files.read(attachment.id));
      if (!attachment || !identity || !stored) continue;
      const sealed = await buffer(stored.content);
      const { bytes } = await openFile(sealed, identity, attachment);
      return { name: attachment.name, bytes };
    }
    return undefined;
  });
}

type Opened = {
  readonly id: string;
  readonly receipt: Receipt;
  readonly keys: ReporterKeys;
  readonly report: OpenedReport;
  readonly dialogue: Dialogue;
};

async function openByReceipt(parts: Parts, receipt: Receipt): Promise<Opened | 'unknown' | 'busy'> {
  const stretched = await stretchReceipt(receipt);
  const found = await lookUpReport(parts, Buffer.from(await lookupOf(stretched), 'base64url'));
  if (found === 'busy') return 'busy';
  const keys = await reporterKeys(stretched, Buffer.from(found.salt, 'base64url'));
  const known = await readSigningKey(parts.ground.databases.public, found.reportId);
  const report =
    known && toBase64Url(known) === toBase64Url(rawPublicKey(keys.signingKey.publicKey))
      ? await openReport(parts, found.reportId)
      : undefined;
  if (!report) return 'unknown';
  const dialogue = await openDialogue(found.reportId, report, keys);
  return { id: found.reportId, receipt, keys, report, dialogue };
}

async function answer(parts: Parts, form: PostedForm, opened: Opened): Promise<FollowOutcome> {
  const intent = form.text('intent');
  const text = (form.text('text') ?? '').replaceAll('\r\n', '\n').toWellFormed();
  const messageId = /^[0-9a-f-]{36}$/.test(form.text('message') ?? '')
    ? form.text('message')!
    : crypto.randomUUID();
  const shown = (
    now: Opened,
    done: 'opened' | 'sent' | 'already',
    refusal?: FollowRefusal,
    problems: readonly Problem[] = [],
  ): FollowOutcome => ({
    kind: 'open',
    digits: toDigits(now.receipt),
    report: now.report,
    messages: now.dialogue.messages,
    text: done === 'opened' ? text : '',
    messageId: done === 'opened' ? messageId : crypto.randomUUID(),
    done,
    refusal,
    problems,
  });
  if (intent !== 'message' && intent !== 'contest') return shown(opened, 'opened');
  const files = await form.files('files');
  const problems = fileProblems(files.map(({ name, bytes }) => ({ name, size: bytes.length })));
  if (text.length > longestStory)
    problems.push({ field: 'form', code: 'tooLong', value: String(longestStory) });
  if (problems.length > 0) return shown(opened, 'opened', undefined, problems);
  if (!/[\p{L}\p{N}]/u.test(text) && files.length === 0) return shown(opened, 'opened', 'empty');
  const isContest = intent === 'contest';
  const outcome = await write(parts, opened, {
    messageId,
    text,
    files,
    isContest,
    clean: form.text('clean') !== undefined,
  });
  const now = await openByReceipt(parts, opened.receipt);
  const view = typeof now === 'string' ? opened : now;
  if (outcome === 'accepted') return shown(view, 'sent');
  if (outcome === 'repeated') return shown(view, 'already');
  return shown(view, 'opened', refusals[outcome] ?? 'sendFailed');
}

const refusals: Partial<Record<MessageOutcome | Unstored, FollowRefusal>> = {
  full: 'full',
  busy: 'busy',
  'not-contestable': 'notContestable',
  closed: 'conversationClosed',
  'wait-for-answer': 'waitForAnswer',
};

/** A file found no place, so that nothing was sent. */
type Unstored = 'full' | 'busy';

type Written = {
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly ChosenFile[];
  readonly isContest: boolean;
  readonly clean: boolean;
};

/** Seals and sends; when an officer wrote or changed the key in the meantime, once more behind that. */
async function write(
  parts: Parts,
  opened: Opened,
  { messageId, text, files, isContest, clean }: Written,
): Promise<MessageOutcome | Unstored> {
  let ready = await Promise.all(files.map((file) => readyFile(file, clean)));
  let { next } = opened.dialogue;
  let uploads: readonly SealedUpload[] | undefined;
  for (let attempt = 0; ; attempt += 1) {
    if (!next.isBelieved) return 'stale-key';
    const said = await sealSaid(
      {
        reportId: opened.id,
        messageId,
        text,
        contest: isContest,
        files: ready,
        next,
        keys: opened.keys,
        sealer: 'server',
        sentAt: parts.ground.now(),
      },
      uploads,
    );
    const stored = uploads ? 'accepted' : await storeAll(parts, said.uploads);
    if (stored !== 'accepted') return stored;
    uploads = said.uploads;
    const checked = messageSending.omit({ nonce: true, signature: true }).parse(said.sending);
    const outcome = await sendMessage(parts, checked, 'server');
    if ((outcome !== 'out-of-order' && outcome !== 'stale-key') || attempt === 2) return outcome;
    const report = await openReport(parts, opened.id);
    if (!report) return 'unknown';
    const fresh = (await openDialogue(opened.id, report, opened.keys)).next;
    if (fresh.recipient !== next.recipient) {
      ready = ready.map(anew);
      uploads = undefined;
    }
    next = fresh;
  }
}

function ask(typed: string, problem: ReceiptProblem | undefined, refusal?: FollowRefusal): FollowOutcome {
  return { kind: 'ask', typed: typed.slice(0, 2000), problem, refusal };
}
