/** The functions of schema `reports`: all that the citizens' side may ask of the database. */
import { sql } from 'kysely';
import type { Database } from '#platform/database/connection.ts';

export type AcceptRow = {
  readonly outcome:
    | 'accepted'
    | 'repeated'
    | 'conflict'
    | 'no-proof'
    | 'unit-closed'
    | 'stale-key'
    | 'unknown-topic'
    | 'spent-challenge'
    | 'missing-attachment';
  readonly number: string | null;
  readonly message_id: string | null;
};

export type AcceptArguments = {
  readonly id: string;
  readonly number: string;
  readonly unitCode: string;
  readonly epoch: number;
  readonly restriction: string;
  readonly topic: string;
  readonly channel: 'web' | 'web-no-script';
  readonly identityMode: string;
  readonly sizeBucket: number;
  readonly dialogueRecipient: string;
  readonly centreGrant: Buffer;
  readonly reporterGrant: Buffer;
  readonly messageId: string;
  readonly message: Buffer;
  readonly messageHash: Buffer;
  readonly author: 'reporter' | 'server';
  readonly attachments: readonly string[];
  readonly clocks: readonly object[];
  readonly lookup: Buffer;
  readonly salt: Buffer;
  readonly recipient: string;
  readonly signingKey: Buffer;
  readonly challenge: Buffer | null;
  readonly challengeExpires: Date | null;
  readonly ledgerEntry: string;
  readonly ledgerSalt: Buffer;
  readonly now: Date;
  readonly today: string;
};

// SQLSTATE, appendix A of the PostgreSQL manual.
const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';

export async function accept(db: Database, a: AcceptArguments): Promise<AcceptRow> {
  try {
    const { rows } = await sql<AcceptRow>`/* prepared */
      select outcome, number, message_id from reports.accept(
        ${a.id}, ${a.number}, ${a.unitCode}, ${a.epoch}, ${a.restriction}, ${a.topic}, ${a.channel}, ${a.identityMode},
        ${a.sizeBucket}, ${a.dialogueRecipient}, ${a.centreGrant}, ${a.reporterGrant},
        ${a.messageId}, ${a.message}, ${a.messageHash}, ${a.author}, ${a.attachments}::uuid[], ${JSON.stringify(a.clocks)}::jsonb,
        ${a.lookup}, ${a.salt}, ${a.recipient}, ${a.signingKey},
        ${a.challenge}, ${a.challengeExpires},
        ${a.ledgerEntry}, ${a.ledgerSalt}, ${a.now}, ${a.today}::date)`.execute(db);
    return rows[0]!;
  } catch (error) {
    // Read here and not in the function: catching in PL/pgSQL costs a subtransaction for every report that goes well.
    const { code } = error as { code?: string };
    if (code === FOREIGN_KEY_VIOLATION)
      return { outcome: 'missing-attachment', number: null, message_id: null };
    // The same report at the same moment from two tabs: the other one won.
    const row = code === UNIQUE_VIOLATION ? await known(db, a.id, a.lookup) : undefined;
    if (!row) throw error;
    return row;
  }
}

/** What is known of a report that comes without a proof of work: only that it is here already, if it is. */
export async function known(db: Database, id: string, lookup: Buffer): Promise<AcceptRow | undefined> {
  const { rows } =
    await sql<AcceptRow>`select outcome, number, message_id from reports.known(${id}, ${lookup})`.execute(db);
  return rows[0];
}

/** Uses a proof of work up; false when it was used before. */
export async function spend(db: Database, challenge: Buffer, expiresAt: Date): Promise<boolean> {
  const { rows } = await sql<{ spent: boolean }>`
    select reports.spend(${challenge}, ${expiresAt}) as spent`.execute(db);
  return rows[0]!.spent;
}

export type FoundReport = { readonly id: string; readonly salt: Buffer; readonly signing_key: Buffer };

export async function lookUp(db: Database, lookup: Buffer): Promise<FoundReport | undefined> {
  const { rows } =
    await sql<FoundReport>`select id, salt, signing_key from reports.look_up(${lookup})`.execute(db);
  return rows[0];
}

export async function readSigningKey(db: Database, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ key: Buffer | null }>`select reports.read_signing_key(${id}) as key`.execute(
    db,
  );
  return rows[0]?.key ?? undefined;
}

export type CaseRow = {
  readonly number: string;
  readonly unit_code: string;
  readonly stage: string;
  readonly topic: string;
  readonly received_at: Date;
  readonly stage_since: Date;
  readonly outcome: string | null;
  readonly closed_at: Date | null;
  readonly contested_at: Date | null;
  readonly dialogue_sequence: number;
  readonly awaiting: string;
};

export async function readCase(db: Database, id: string): Promise<CaseRow | undefined> {
  const { rows } = await sql<CaseRow>`select * from reports.read_case(${id})`.execute(db);
  return rows[0];
}

export type KeyRow = { readonly version: number; readonly recipient: string; readonly sealed: Buffer | null };

export async function readKeys(db: Database, id: string): Promise<KeyRow[]> {
  return (await sql<KeyRow>`select * from reports.read_keys(${id})`.execute(db)).rows;
}

export type MessageRow = {
  readonly id: string;
  readonly key_version: number;
  readonly sequence: number;
  readonly previous_hash: Buffer | null;
  readonly hash: Buffer;
  readonly author: 'reporter' | 'officer' | 'server';
  readonly signing_key: Buffer | null;
  readonly sealed: Buffer;
  readonly sent_at: Date;
};

export async function readDialogue(db: Database, id: string): Promise<MessageRow[]> {
  return (await sql<MessageRow>`select * from reports.read_dialogue(${id})`.execute(db)).rows;
}

export async function readAttachment(
  db: Database,
  report: string,
  attachment: string,
): Promise<{ sealed_size: number } | undefined> {
  const { rows } = await sql<{
    sealed_size: number;
  }>`select sealed_size from reports.read_attachment(${report}, ${attachment})`.execute(db);
  return rows[0];
}

export async function addAttachment(
  db: Database,
  a: { id: string; size: number; sha256: Buffer; now: Date; most: Most },
): Promise<'accepted' | 'repeated' | 'conflict' | 'full'> {
  const { rows } = await sql<{ outcome: 'accepted' | 'repeated' | 'conflict' | 'full' }>`
    select reports.add_attachment(${a.id}, ${a.size}, ${a.sha256}, ${a.now}, ${a.most.files}, ${a.most.bytes}) as outcome`.execute(
    db,
  );
  return rows[0]!.outcome;
}

/** The limit of what waits in the store for a message. */
export type Most = { readonly files: number; readonly bytes: number };

export async function hasRoom(db: Database, most: Most): Promise<boolean> {
  const { rows } = await sql<{ room: boolean }>`
    select reports.has_room(1, ${most.files}, ${most.bytes}) as room`.execute(db);
  return rows[0]!.room;
}

export type AddMessageOutcome =
  | 'accepted'
  | 'repeated'
  | 'unknown'
  | 'conflict'
  | 'not-contestable'
  | 'closed'
  | 'wait-for-answer'
  | 'out-of-order'
  | 'stale-key'
  | 'missing-attachment';

export type AddMessageArguments = {
  readonly report: string;
  readonly messageId: string;
  readonly keyVersion: number;
  readonly sequence: number;
  readonly previousHash: Buffer;
  readonly message: Buffer;
  readonly hash: Buffer;
  readonly author: 'reporter' | 'server';
  readonly attachments: readonly string[];
  readonly contest: boolean;
  readonly ledgerEntry: string;
  readonly ledgerSalt: Buffer;
  readonly now: Date;
  readonly clocks: readonly object[];
};

export async function addMessage(db: Database, a: AddMessageArguments): Promise<AddMessageOutcome> {
  const { rows } = await sql<{ outcome: AddMessageOutcome }>`
    select reports.add_message(
      ${a.report}, ${a.messageId}, ${a.keyVersion}, ${a.sequence}, ${a.previousHash}, ${a.message}, ${a.hash}, ${a.author},
      ${a.attachments}::uuid[], ${a.contest}, ${a.ledgerEntry}, ${a.ledgerSalt}, ${a.now}, ${JSON.stringify(a.clocks)}::jsonb
    ) as outcome`.execute(db);
  return rows[0]!.outcome;
}

export type OpeningRow = {
  readonly outbox_id: number;
  readonly salt: Buffer | null;
  readonly entry: string | null;
};

export async function readOpening(db: Database, id: string): Promise<OpeningRow | undefined> {
  return (await sql<OpeningRow>`select * from reports.read_opening(${id})`.execute(db)).rows[0];
}

export type CentreKeyRow = OpeningRow & { readonly epoch: number; readonly recipient: string };

export async function readCentreKey(db: Database, unitCode: string): Promise<CentreKeyRow | undefined> {
  return (await sql<CentreKeyRow>`select * from reports.read_centre_key(${unitCode})`.execute(db)).rows[0];
}
