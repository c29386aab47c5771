/** For tests only: a network of three centres on a database of its own, the citizens' addresses, and a citizen. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { sql } from 'kysely';
import pino from 'pino';
import { createNetwork } from '#features/network/index.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { folderStore } from '#platform/files/file-store.ts';
import type { Ground } from '#platform/ground.ts';
import { jobQueue } from '#platform/jobs/index.ts';
import { startLedger } from '#platform/ledger/ledger.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { newReceipt, type Receipt } from '#platform/sealing/receipt.ts';
import { type StretchedReceipt, stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import { createReports, type Reports } from '../index.ts';
import type { CaseFacts } from '../needs.ts';
import type { ProofOfWork } from '../report.schemas.ts';
import type { Story } from '../report.ts';
import { type ReadyFile, type SealedReport, sealReport } from '../seal-report.ts';

export type World = {
  readonly db: TestDatabase;
  readonly ground: Ground;
  readonly reports: Reports;
  readonly http: FastifyInstance;
  readonly filesDir: string;
  /** Everything that the program has logged. */
  readonly logged: () => string;
  /** Keys of the centres that have one. */
  readonly centres: ReadonlyMap<string, CentreWithKey>;
  /** Moves the clock. */
  readonly advance: (ms: number) => void;
  readonly close: () => Promise<void>;
};

export const testFacts: CaseFacts = {
  listTopics: async () => [
    {
      code: 'PROCUREMENT',
      matter: 'corruption',
      nameTh: 'จัดซื้อจัดจ้าง',
      nameEn: 'Procurement',
      hintTh: 'ล็อกสเปก',
      hintEn: 'Rigged terms',
    },
    { code: 'OTHER', matter: 'corruption', nameTh: 'อื่น ๆ', nameEn: 'Other', hintTh: '', hintEn: '' },
  ],
  listOutcomes: async () => [{ code: 'NO_GROUND', toldTh: 'ไม่พบมูล', toldEn: 'No ground was found' }],
  clocksOnReceipt: async () => [],
  clocksOnContest: async () => [],
};

/** MOI and TH-50 hold keys, TH-57 holds none; all stand below MOI. */
export async function createWorld(): Promise<World> {
  const db = await createTestDatabase();
  const centres = await seedCentres(db);
  const filesDir = mkdtempSync(join(tmpdir(), 'prongsai-files-'));
  let time = Date.now();
  let written = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const log = pino({ level: 'trace' }, sink);
  const now = () => new Date(time);
  const publicUrl = new URL('http://localhost:1');
  const seed = randomBytes(32);
  const offBoxPath = join(filesDir, 'ledger-last-checkpoint');
  const ledger = await startLedger({ db: db.asWorker, seed, publicUrl, offBoxPath, now, log });
  const ground: Ground = {
    ledger,
    jobs: jobQueue,
    sendsMail: false,
    databases: { public: db.asPublic, signIn: db.asSignIn, officer: db.asOfficer, worker: db.asWorker },
    secrets: {
      databasePassword: '',
      receiptPepper: randomBytes(32),
      tokenKey: randomBytes(32),
      accountKey: randomBytes(32),
      ledgerSeed: seed,
    },
    files: folderStore(filesDir),
    log,
    now,
    publicUrl,
    proofOfWorkMax: 50,
  };
  const reports = createReports(ground, createNetwork(ground), testFacts);
  const http: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
  });
  await http.register(reports.routes);
  return {
    db,
    ground,
    reports,
    http,
    filesDir,
    centres,
    logged: () => written,
    advance: (ms) => {
      time += ms;
    },
    close: async () => {
      await http.close();
      await ledger.stop();
      await db.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

async function seedCentres(db: TestDatabase): Promise<World['centres']> {
  const centres = new Map<string, CentreWithKey>();
  for (const [code, kind, th, en] of [
    ['MOI', 'ministry', 'กระทรวงมหาดไทย', 'Ministry of Interior'],
    ['TH-50', 'province', 'เชียงใหม่', 'Chiang Mai'],
    ['TH-57', 'province', 'เชียงราย', 'Chiang Rai'],
  ] as const) {
    await sql`insert into network.unit (code, kind, parent_id, name_th, name_en, valid_from, source)
      values (${code}, ${kind}, ${code === 'MOI' ? null : sql`(select id from network.unit where parent_id is null)`},
        ${th}, ${en}, '2014-01-01', 'test')`.execute(db.owner);
    if (code !== 'TH-57') centres.set(code, await giveKey(db, code));
  }
  await sql`insert into cases.topic (code, version, name_th, name_en, hint_th, hint_en, sort, basis, source, status, valid_from)
    values ('PROCUREMENT', 1, 'จัดซื้อจัดจ้าง', 'Procurement', '', '', 1, 'test', 'test', 'confirmed', '2014-01-01')
    on conflict do nothing`.execute(db.owner);
  return centres;
}

export type CentreWithKey = {
  readonly identity: Identity;
  readonly recipient: Recipient;
  readonly epoch: number;
};

/** Gives a centre that stands in the database its first key, made by an officer of its own, unknown to the ledger. */
export async function giveKey(db: TestDatabase, code: string): Promise<CentreWithKey> {
  const person = randomUUID();
  await sql`insert into network.person (id, email, name_th, created_at)
    values (${person}, ${`${person}@example.go.th`}, 'สมศรี', now())`.execute(db.owner);
  const identity = generateIdentity();
  const recipient = await recipientOf(identity);
  await sql`insert into network.centre_epoch (unit_id, epoch, recipient, made_by, created_at, ledger_id)
    values ((select id from network.unit where code = ${code}), 1, ${recipient}, ${person}, now(), 0)`.execute(
    db.owner,
  );
  return { identity, recipient, epoch: 1 };
}

export const lifelikeStory: Story = {
  type: 'report',
  v: 1,
  language: 'th',
  about: 'นายช่างโยธา เทศบาลตำบลแห่งหนึ่ง',
  centre: 'TH-50',
  place: 'ถนนสายหนองหอย–ดอนแก้ว',
  insider: 'no',
  topic: 'PROCUREMENT',
  happened: 'เรียกเงินร้อยละสิบจากผู้รับจ้างก่อนตรวจรับงาน 👷\u200b',
  when: 'ต้นเดือนตุลาคม 2569',
  source: 'เห็นด้วยตนเอง',
  damage: 'ราว 250,000 บาท',
  wish: 'ขอให้ตรวจสอบสัญญา',
  identity: 'anonymous',
  name: '',
  contact: '',
  files: [],
};

export type Citizen = {
  readonly receipt: Receipt;
  readonly stretched: StretchedReceipt;
  readonly report: SealedReport;
};

/** A citizen who has sealed a report and not sent it yet. */
export async function aCitizen(
  world: World,
  change: { story?: Partial<Story>; files?: readonly ReadyFile[]; unitCode?: string } = {},
): Promise<Citizen> {
  const receipt = newReceipt();
  const stretched = await stretchReceipt(receipt);
  const story = {
    ...lifelikeStory,
    ...change.story,
    files: (change.files ?? []).map((file) => file.original),
  };
  const unitCode = change.unitCode ?? 'TH-50';
  const { recipient, epoch } = world.centres.get(unitCode)!;
  const report = await sealReport({
    id: randomUUID(),
    messageId: randomUUID(),
    story,
    title: 'จัดซื้อจัดจ้าง: นายช่างโยธา',
    files: change.files ?? [],
    addressee: { unitCode, epoch, recipient },
    restriction: 'none',
    stretched,
    sealer: 'reporter',
    sentAt: world.ground.now(),
  });
  return { receipt, stretched, report };
}

/** A fresh proof of work, solved. */
export async function solvedProof(world: Pick<World, 'http'>): Promise<ProofOfWork> {
  const challenge = (await world.http.inject('/public/challenge')).json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution: { counter: solution!.counter, derivedKey: solution!.derivedKey } };
}

export const post = (world: World, url: string, payload: object) =>
  world.http.inject({ method: 'POST', url, payload });

export const putFile = (world: World, id: string, sealed: Uint8Array, proof?: ProofOfWork) =>
  world.http.inject({
    method: 'PUT',
    url: `/public/uploads/${id}`,
    payload: Buffer.from(sealed),
    headers: {
      'content-type': 'application/octet-stream',
      ...(proof ? { 'x-proof-of-work': Buffer.from(JSON.stringify(proof)).toString('base64url') } : {}),
    },
  });
