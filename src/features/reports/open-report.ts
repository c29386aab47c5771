/** What the holder of a receipt sees: the stage, the sealed keys and the sealed dialogue. Every field is named. */
import type { CaseFacts, Parts } from './needs.ts';
import { makeNonce } from './nonces.ts';
import { type CaseRow, readCase, readDialogue, readKeys } from './report.queries.ts';

export type OpenedReport = {
  readonly number: string;
  readonly unitCode: string;
  readonly stage: string;
  readonly topic: string;
  readonly receivedAt: string;
  readonly stageSince: string;
  readonly outcome: Told | null;
  readonly awaiting: string;
  readonly contestable: boolean;
  readonly contestedAt: string | null;
  readonly keys: readonly { version: number; recipient: string; sealed: string | null }[];
  readonly messages: readonly SealedDialogueMessage[];
  /** A fresh one for what comes next. */
  readonly nonce: string;
};

export type Told = { readonly code: string; readonly th: string; readonly en: string };

export type SealedDialogueMessage = {
  readonly id: string;
  readonly keyVersion: number;
  readonly sequence: number;
  readonly previousHash: string | null;
  readonly hash: string;
  readonly author: 'reporter' | 'officer' | 'server';
  readonly signingKey: string | null;
  readonly sealed: string;
  readonly sentAt: string;
};

/** For who has been authenticated. */
export async function openReport({ ground, cases }: Parts, id: string): Promise<OpenedReport | undefined> {
  const db = ground.databases.public;
  const [row, keys, messages] = await Promise.all([readCase(db, id), readKeys(db, id), readDialogue(db, id)]);
  if (!row) return undefined;
  return {
    number: row.number,
    unitCode: row.unit_code,
    stage: row.stage,
    topic: row.topic,
    receivedAt: row.received_at.toISOString(),
    stageSince: row.stage_since.toISOString(),
    outcome: await toldOf(cases, row),
    awaiting: row.awaiting,
    contestable: isContestable(row),
    contestedAt: row.contested_at?.toISOString() ?? null,
    keys: keys.map(({ version, recipient, sealed }) => ({
      version,
      recipient,
      sealed: sealed?.toString('base64url') ?? null,
    })),
    messages: messages.map((message) => ({
      id: message.id,
      keyVersion: message.key_version,
      sequence: message.sequence,
      previousHash: message.previous_hash?.toString('hex') ?? null,
      hash: message.hash.toString('hex'),
      author: message.author,
      signingKey: message.signing_key?.toString('base64url') ?? null,
      sealed: message.sealed.toString('base64url'),
      sentAt: message.sent_at.toISOString(),
    })),
    nonce: makeNonce(ground.secrets.tokenKey, id, ground.now()),
  };
}

/** Once, against an ending with an outcome (reports.add_message decides; this shows the button). Advice has none. */
const isContestable = (row: CaseRow) =>
  (row.stage === 'CLOSED' || row.stage === 'REDIRECTED') && row.outcome !== null && row.contested_at === null;

async function toldOf(cases: CaseFacts, row: CaseRow): Promise<Told | null> {
  if (!row.outcome) return null;
  const day = (row.closed_at ?? row.stage_since).toISOString().slice(0, 10);
  const outcome = (await cases.listOutcomes(day)).find(({ code }) => code === row.outcome);
  return { code: row.outcome, th: outcome?.toldTh ?? '', en: outcome?.toldEn ?? '' };
}
