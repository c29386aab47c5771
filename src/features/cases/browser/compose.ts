/** Seals what an officer does: answers, notes, new keys for a smaller circle, the keys for the centre above. */
import type { Colleague } from '#features/network/index.ts';
import type { Said } from '#features/reports/index.ts';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { keyLink, sealGrant } from '#platform/sealing/grant.ts';
import { asRecipient, generateIdentity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { type Attachment, composeMessage } from '#platform/sealing/message.ts';
import type { SigningKey } from '#platform/sealing/signature.ts';
import type { ActRequest } from '../act-input.ts';
import type { MessageKind, Restriction } from '../case.ts';
import type { CaseMatter } from '../case-view.ts';
import { type CaseKey, type CaseKeys, type KeyHolder, keyBefore, newestKey } from './case-keys.ts';
import type { NoteBody } from './read-messages.ts';

type Act<Name extends ActRequest['act']> = Extract<ActRequest, { act: Name }>;
type SealedReply = Act<'reply'>['message'];
export type SealedNote = Act<'note'>['note'];
type Grant = Act<'hand-up'>['grants'][number];

/** What composing stands on: the case as last read, its opened keys, the officer's signature, the present time. */
export type Desk = {
  readonly caseId: string;
  readonly restriction: Restriction;
  readonly matter: Pick<
    CaseMatter,
    'messages' | 'keys' | 'reporter' | 'named' | 'colleagues' | 'centreKey' | 'above'
  >;
  readonly keys: CaseKeys;
  /** Why the report itself cannot be believed: then nobody knows who would read an answer. */
  readonly reportProblem?: string | undefined;
  /** Opens the centre's own key: what the page says of its public half is compared with it. */
  readonly centreIdentity?: KeyHolder['centreIdentity'];
  /** Compares keys of others with what this browser saw before; false once an alarm has been raised. */
  readonly watch?: {
    readonly officer: (of: {
      readonly id: string;
      readonly nameTh: string;
      readonly version: number;
      readonly recipient: string;
    }) => Promise<boolean>;
    readonly centre: (unitCode: string, epoch: number, recipient: string) => Promise<boolean>;
  };
  readonly signing: SigningKey;
  readonly now: () => Date;
};

/** A stable code for what stands in the way of sealing: `no-key`, `alarm`, `no-centre-key`, `no-key-above`, `unknown-person`. */
export type ComposeError = Error & { readonly code: string };
const composeError = (code: string): ComposeError => Object.assign(new Error(code), { code });

/** The answer to the reporter, in the form that the follow-up page reads. Error `no-key`. */
export async function sealReply(
  desk: Desk,
  text: string,
  attachments: readonly Attachment[] = [],
): Promise<SealedReply> {
  if (desk.reportProblem !== undefined) throw composeError('no-key');
  const key = newestOf(desk, 'dialogue');
  const body: Said = { type: 'message', v: 1, text, files: [] };
  return sealBehind(desk, key, body, attachments);
}

/** A note among officers. The first one makes the internal key and grants it to those who read the case. */
export async function sealNote(desk: Desk, text: string): Promise<SealedNote> {
  const body: NoteBody = { type: 'note', v: 1, text };
  if (desk.matter.keys.some((key) => key.kind === 'internal'))
    return sealBehind(desk, newestOf(desk, 'internal'), body);
  const key = await freshKey(desk, 'internal', 1, undefined);
  return {
    ...(await sealBehind(desk, key, body)),
    newKey: { kind: 'internal', version: 1, recipient: key.recipient },
    grants: await Promise.all((await readersOf(desk)).map((reader) => grantTo(desk.caseId, key, reader))),
  };
}

/** New versions of the case's keys, and every version for the persons named; new dialogue keys for the reporter too. */
export async function sealRestriction(
  desk: Desk,
  persons: readonly string[],
): Promise<Pick<Act<'restrict'>, 'persons' | 'keys' | 'grants'>> {
  const readers = await Promise.all(persons.map((id) => personReader(desk, id)));
  const fresh = await Promise.all(
    (['dialogue', 'internal'] as const)
      .filter((kind) => desk.matter.keys.some((key) => key.kind === kind))
      .map((kind) => {
        const { version, title } = newestOf(desk, kind);
        return freshKey(desk, kind, version + 1, title);
      }),
  );
  const grants: Grant[] = [];
  for (const key of [...everyKey(desk), ...fresh])
    for (const reader of readers) grants.push(await grantTo(desk.caseId, key, reader));
  const { reporter } = desk.matter;
  if (reporter)
    for (const key of fresh.filter(({ kind }) => kind === 'dialogue')) {
      // The title is the officers' own; the reporter needs none.
      const to = { holder: { grantee: 'reporter' as const }, recipient: asRecipient(reporter.recipient) };
      grants.push(await grantTo(desk.caseId, key, to));
    }
  return {
    persons: [...persons],
    keys: fresh.map(({ kind, version, recipient }) => ({ kind, version, recipient })),
    grants,
  };
}

/** Every key of the case, sealed for the centre above. Error `no-key-above`. */
export async function sealForAbove(desk: Desk): Promise<Grant[]> {
  const { above } = desk.matter;
  if (!above?.key) throw composeError('no-key-above');
  const holder = { grantee: 'centre', unitCode: above.code, epoch: above.key.epoch } as const;
  const recipient = asRecipient(above.key.recipient);
  const isKnown = await desk.watch?.centre(above.code, above.key.epoch, recipient);
  if (isKnown === false) throw composeError('alarm');
  return Promise.all(everyKey(desk).map((key) => grantTo(desk.caseId, key, { holder, recipient })));
}

type Reader = {
  readonly holder:
    | { readonly grantee: 'centre'; readonly unitCode: string; readonly epoch: number }
    | { readonly grantee: 'person'; readonly personId: string }
    | { readonly grantee: 'reporter' };
  readonly recipient: Recipient;
};

async function readersOf(desk: Desk): Promise<Reader[]> {
  if (desk.restriction === 'named') return Promise.all(desk.matter.named.map((id) => personReader(desk, id)));
  const centre = desk.matter.centreKey;
  if (!centre) throw composeError('no-centre-key');
  const { unitCode, epoch } = centre;
  const own = await desk.centreIdentity?.(unitCode, epoch);
  if (own && (await recipientOf(own)) !== centre.recipient) throw composeError('alarm');
  return [{ holder: { grantee: 'centre', unitCode, epoch }, recipient: asRecipient(centre.recipient) }];
}

async function personReader(desk: Desk, id: string): Promise<Reader> {
  const colleague = desk.matter.colleagues.find((one: Colleague) => one.id === id);
  const key = colleague?.key;
  if (!colleague || !key) throw composeError('unknown-person');
  const { version, recipient } = key;
  const isKnown = await desk.watch?.officer({ id, nameTh: colleague.nameTh, version, recipient });
  if (isKnown === false) throw composeError('alarm');
  return { holder: { grantee: 'person', personId: id }, recipient: asRecipient(key.recipient) };
}

async function grantTo(caseId: string, key: CaseKey, reader: Reader): Promise<Grant> {
  const { kind, version, identity, title, follows } = key;
  const sealed = await sealGrant({ caseId, kind, version, identity, title, follows }, [reader.recipient]);
  return { kind, version, sealed: toBase64Url(sealed), ...reader.holder };
}

/** A key that follows the one before it. Error `no-key` for an officer who does not hold that. */
async function freshKey(
  { caseId, keys }: Desk,
  kind: MessageKind,
  version: number,
  title: string | undefined,
): Promise<CaseKey> {
  const before = keyBefore(keys, kind, version);
  if (!before) throw composeError('no-key');
  const identity = generateIdentity();
  const recipient = await recipientOf(identity);
  const follows = await keyLink(before.identity, { caseId, kind, version, recipient });
  return { kind, version, identity, title, recipient, follows };
}

function newestOf(desk: Desk, kind: MessageKind): CaseKey {
  const key = newestKey(desk.keys, kind);
  const known = desk.matter.keys.filter((one) => one.kind === kind).at(-1);
  if (!key || key.version !== known?.version) throw composeError('no-key');
  return key;
}

/** All of the case's keys, opened; a key that this officer cannot open cannot be handed on. */
function everyKey(desk: Desk): CaseKey[] {
  const all = [...desk.keys.values()];
  if (all.length !== desk.matter.keys.length) throw composeError('no-key');
  return all;
}

async function sealBehind(
  desk: Desk,
  key: CaseKey,
  body: Said | NoteBody,
  attachments: readonly Attachment[] = [],
): Promise<SealedReply> {
  const before = desk.matter.messages.filter((message) => message.kind === key.kind);
  const sequence = before.length + 1;
  const previousHash = before.at(-1)?.hash ?? null;
  const { sealed } = await composeMessage(
    {
      caseId: desk.caseId,
      channel: key.kind,
      sequence,
      previousHash,
      recipients: [key.recipient],
      attachments,
      author: { kind: 'officer', publicKey: desk.signing.publicKey },
      sentAt: desk.now().toISOString(),
      body,
    },
    desk.signing,
  );
  return {
    id: crypto.randomUUID(),
    keyVersion: key.version,
    sequence,
    previousHash,
    sealed: toBase64Url(sealed),
  };
}
