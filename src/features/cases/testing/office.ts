/** For tests only: centres with officers and keys, and reports that arrive at them, on a database of their own. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { mayBeAssigned, mayBeClosed } from '#features/ethics/index.ts';
import { createNetwork, type Role, type SignedIn } from '#features/network/index.ts';
import type { Story } from '#features/reports/index.ts';
import { seed } from '#main/seed.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { folderStore } from '#platform/files/file-store.ts';
import type { Ground } from '#platform/ground.ts';
import { commitAct } from '#platform/ledger/commitment.ts';
import { sealGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { type Attachment, composeMessage } from '#platform/sealing/message.ts';
import { generateSigningKey, rawPublicKey, type SigningKey } from '#platform/sealing/signature.ts';
import type { ActAnswer } from '../act-on-case.ts';
import { openCaseKeys } from '../browser/case-keys.ts';
import type { Desk } from '../browser/compose.ts';
import type { Restriction } from '../case.ts';
import type { CaseView } from '../case-view.ts';
import { type Cases, createCases } from '../index.ts';

export type Officer = {
  readonly signedIn: SignedIn;
  readonly identity: Identity;
  readonly signing: SigningKey;
};

export type Office = {
  readonly db: TestDatabase;
  readonly ground: Ground;
  readonly cases: Cases;
  readonly network: ReturnType<typeof createNetwork>;
  readonly centres: ReadonlyMap<string, { id: number; identity: Identity; recipient: Recipient }>;
  readonly advance: (days: number) => void;
  /** An officer with keys and these roles in a centre. */
  readonly officer: (unitCode: string, ...roles: Role[]) => Promise<Officer>;
  /** A report that has arrived. */
  readonly report: (
    unitCode: string,
    change?: {
      story?: Partial<Story>;
      title?: string;
      restriction?: Restriction;
      attachments?: Attachment[];
    },
  ) => Promise<ArrivedReport>;
  readonly view: (officer: Officer, caseId: string) => Promise<CaseView>;
  /** What the officer's browser composes on, after opening the case. */
  readonly desk: (officer: Officer, caseId: string) => Promise<Desk & { readonly revision: number }>;
  readonly act: (officer: Officer, caseId: string, body: object) => Promise<ActAnswer>;
  readonly close: () => Promise<void>;
};

export type ArrivedReport = {
  readonly id: string;
  readonly number: string;
  readonly reporter: { readonly identity: Identity; readonly signing: SigningKey };
};

/** MOI, TH-50 and TH-57 hold keys. */
export async function openOffice(): Promise<Office> {
  const db = await createTestDatabase();
  await seed(db.ownerUrl);
  const filesDir = mkdtempSync(join(tmpdir(), 'prongsai-cases-'));
  let time = Date.parse('2026-11-23T03:00:00Z');
  const now = () => new Date(time);
  const ground: Ground = {
    databases: { public: db.asPublic, signIn: db.asSignIn, officer: db.asOfficer, worker: db.asWorker },
    secrets: {
      databasePassword: '',
      receiptPepper: randomBytes(32),
      tokenKey: randomBytes(32),
      accountKey: randomBytes(32),
      ledgerSeed: randomBytes(32),
    },
    files: folderStore(filesDir),
    log: pino({ level: 'silent' }),
    now,
    publicUrl: new URL('http://localhost:1'),
    proofOfWorkMax: 50,
  } as unknown as Ground;
  const network = createNetwork(ground);
  const cases = createCases(ground, network, { mayBeAssigned, mayBeClosed });
  const centres = await giveKeys(db, ['MOI', 'TH-50', 'TH-57'], now());

  const view = async (officer: Officer, caseId: string) => {
    const found = await cases.view(officer.signedIn, caseId);
    if (!found) throw new Error('the officer does not see this case');
    return found;
  };
  return {
    db,
    ground,
    cases,
    network,
    centres,
    advance: (days) => {
      time += days * 86_400_000;
    },
    officer: (unitCode, ...roles) => makeOfficer(db, unitCode, centres.get(unitCode)!.id, roles, now()),
    report: (unitCode, change = {}) => receive(db, cases, unitCode, centres.get(unitCode)!, change, now()),
    view,
    async desk(officer, caseId) {
      const { header, matter } = await view(officer, caseId);
      if (!matter) throw new Error('the officer does not read this case');
      const keys = await openCaseKeys(caseId, matter.grants, {
        identity: async () => officer.identity,
        centreIdentity: async (unitCode) => centres.get(unitCode)!.identity,
      });
      const { restriction, revision } = header;
      return { caseId, restriction, matter, keys, signing: officer.signing, now, revision };
    },
    act: (officer, caseId, body) => cases.act(officer.signedIn, caseId, body),
    async close() {
      await db.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

async function giveKeys(db: TestDatabase, codes: readonly string[], now: Date) {
  const maker = randomUUID();
  await sql`insert into network.person (id, email, name_th, created_at)
    values (${maker}, 'maker@example.go.th', 'ผู้สร้างกุญแจ', ${now})`.execute(db.owner);
  const centres = new Map<string, { id: number; identity: Identity; recipient: Recipient }>();
  for (const code of codes) {
    const { rows } = await sql<{
      id: number;
    }>`select id from network.unit where code = ${code}`.execute(db.owner);
    const identity = generateIdentity();
    const recipient = await recipientOf(identity);
    await sql`insert into network.centre_epoch (unit_id, epoch, recipient, made_by, created_at, ledger_id)
      values (${rows[0]!.id}, 1, ${recipient}, ${maker}, ${now}, 1)`.execute(db.owner);
    centres.set(code, { id: rows[0]!.id, identity, recipient });
  }
  return centres;
}

async function makeOfficer(
  db: TestDatabase,
  unitCode: string,
  unitId: number,
  roles: readonly Role[],
  now: Date,
): Promise<Officer> {
  const id = randomUUID();
  const identity = generateIdentity();
  const signing = await generateSigningKey();
  await sql`insert into network.person (id, email, name_th, created_at)
    values (${id}, ${`${id}@example.go.th`}, ${`เจ้าหน้าที่ ${id.slice(0, 4)}`}, ${now})`.execute(db.owner);
  for (const role of roles)
    await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at)
      values (${randomUUID()}, ${id}, ${unitId}, ${role}, '2020-01-01', ${now})`.execute(db.owner);
  await sql`insert into network.officer_key (person_id, version, recipient, signing_key, created_at)
    values (${id}, 1, ${await recipientOf(identity)}, ${Buffer.from(rawPublicKey(signing.publicKey))}, ${now})`.execute(
    db.owner,
  );
  const handles = roles.some((role) =>
    ['case-officer', 'head', 'ethics-officer', 'registrar'].includes(role),
  );
  return {
    identity,
    signing,
    signedIn: {
      person: {
        id,
        nameTh: 'เจ้าหน้าที่',
        nameEn: undefined,
        email: `${id}@example.go.th`,
        locale: 'th',
      },
      session: { publicId: randomUUID(), method: 'passkey', confirmedAt: now },
      appointments: roles.map((role) => ({ unitId, unitCode, role, actingFor: undefined })),
      actor: {
        personId: id,
        caseUnits: handles ? [unitId] : [],
        adminUnits: roles.includes('administrator') ? [unitId] : [],
        auditUnits: roles.includes('auditor') ? [unitId] : [],
      },
    },
  };
}

const lifelike: Story = {
  type: 'report',
  v: 1,
  language: 'th',
  about: 'นายช่างโยธา เทศบาลตำบลแห่งหนึ่ง',
  centre: 'TH-50',
  place: 'ถนนสายหนองหอย–ดอนแก้ว',
  insider: 'no',
  topic: 'PROCUREMENT',
  happened: 'เรียกเงินร้อยละสิบจากผู้รับจ้างก่อนตรวจรับงาน',
  when: 'ต้นเดือนตุลาคม 2569',
  source: 'เห็นด้วยตนเอง',
  damage: 'ราว 250,000 บาท',
  wish: 'ขอให้ตรวจสอบสัญญา',
  identity: 'anonymous',
  name: '',
  contact: '',
  files: [],
};

async function receive(
  db: TestDatabase,
  cases: Cases,
  unitCode: string,
  centre: { id: number; recipient: Recipient },
  change: { story?: Partial<Story>; title?: string; restriction?: Restriction; attachments?: Attachment[] },
  now: Date,
): Promise<ArrivedReport> {
  const id = randomUUID();
  const number = `69-${randomBytes(4).toString('hex').toUpperCase().replace(/^.{4}/, '$&-')}`;
  const dialogue = generateIdentity();
  const recipient = await recipientOf(dialogue);
  const reporter = { identity: generateIdentity(), signing: await generateSigningKey() };
  const story = { ...lifelike, ...change.story };
  const grant = {
    caseId: id,
    kind: 'dialogue',
    version: 1,
    identity: dialogue,
    title: change.title ?? 'จัดซื้อจัดจ้าง: นายช่างโยธา',
  } as const;
  const { sealed, hash } = await composeMessage(
    {
      caseId: id,
      channel: 'dialogue',
      sequence: 1,
      previousHash: null,
      recipients: [recipient],
      attachments: change.attachments ?? [],
      author: { kind: 'reporter', publicKey: reporter.signing.publicKey },
      sentAt: now.toISOString(),
      body: story,
    },
    reporter.signing,
  );
  const reporterRecipient = await recipientOf(reporter.identity);
  const isAdvice = story.topic.startsWith('ADVICE');
  const clocks = await cases[isAdvice ? 'clocksOnContest' : 'clocksOnReceipt'](civilDate(now));
  const files = (change.attachments ?? []).map((file) => file.id);
  const act = commitAct({
    act: 'report.filed',
    object: 'report',
    id,
    unit: unitCode,
    role: 'reporter',
    at: now.toISOString(),
    facts: {},
  });
  await db.owner.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select ledger.record(${act.entry}, ${Buffer.from(act.salt)}) as id`.execute(trx);
    const ledgerId = rows[0]!.id;
    await sql`select cases.open_case(
      ${id}, ${number}, ${centre.id}, 1, ${change.restriction ?? 'none'}, ${story.topic}, 'web', ${story.identity},
      ${sealed.length}, ${recipient}, ${Buffer.from(await sealGrant(grant, [centre.recipient]))},
      ${Buffer.from(await sealGrant(grant, [reporterRecipient]))}, ${randomUUID()}, ${Buffer.from(sealed)},
      ${Buffer.from(hash, 'hex')}, 'reporter', ${files}::uuid[], ${JSON.stringify(clocks)}::jsonb, ${now}, ${ledgerId})`.execute(
      trx,
    );
    await sql`insert into reports.report (id, lookup, salt, recipient, signing_key, ledger_id)
      values (${id}, ${createHash('sha256').update(id).digest()}, ${randomBytes(16)}, ${reporterRecipient},
        ${Buffer.from(rawPublicKey(reporter.signing.publicKey))}, ${ledgerId})`.execute(trx);
  });
  return { id, number, reporter };
}
