/** The demonstration's accounts: made through the same doors as real ones, with keys made here in place of a browser. */
import { randomUUID } from 'node:crypto';
import type { Role, SignedIn } from '#features/network/index.ts';
import { codeOf, stepAt } from '#features/network/totp.ts';
import type { App } from '#main/app.ts';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { sealCentreGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Identity, recipientOf } from '#platform/sealing/identity.ts';
import { newOfficerSecret, wrapWithPassphrase, wrapWithRecoveryCode } from '#platform/sealing/officer-key.ts';
import { newReceipt } from '#platform/sealing/receipt.ts';
import { rawPublicKey, type SigningKey, signingKeyFromSeed } from '#platform/sealing/signature.ts';
import { furtherPeople } from './demo-heads.ts';

export const demoPassword = 'saphan-khao-luang-72';
export const demoPassphrase = 'nok krajip bin ngai 41';

type Cast = {
  readonly email: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly position: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly keys: boolean;
};

/** Invented people. The last one has just joined and waits for a colleague's grant. */
const cast: readonly Cast[] = [
  {
    email: 'head.moi@demo.example',
    nameTh: 'นางสาวดารณี แสงธรรม',
    nameEn: 'Daranee Saengtham',
    position: 'หัวหน้าศูนย์',
    unit: 'MOI',
    roles: ['head', 'planner'],
    keys: true,
  },
  {
    email: 'officer.moi@demo.example',
    nameTh: 'นายอนุชา รักดี',
    nameEn: 'Anucha Rakdee',
    position: 'นักวิเคราะห์นโยบายและแผน',
    unit: 'MOI',
    roles: ['case-officer', 'organiser'],
    keys: true,
  },
  {
    email: 'second.moi@demo.example',
    nameTh: 'นางพิมพ์ใจ ศรีสุข',
    nameEn: 'Pimjai Srisuk',
    position: 'นิติกร',
    unit: 'MOI',
    roles: ['case-officer'],
    keys: true,
  },
  {
    email: 'ethics.moi@demo.example',
    nameTh: 'นายธีระ มั่นคง',
    nameEn: 'Teera Mankong',
    position: 'นักทรัพยากรบุคคล',
    unit: 'MOI',
    roles: ['ethics-officer'],
    keys: true,
  },
  {
    email: 'auditor@demo.example',
    nameTh: 'นายเกรียงไกร ตั้งตรง',
    nameEn: 'Kriangkrai Tangtrong',
    position: 'ผู้ตรวจสอบภายใน',
    unit: 'MOI',
    roles: ['auditor'],
    keys: false,
  },
  {
    email: 'chiangmai@demo.example',
    nameTh: 'นางสาวคำแพง ใจงาม',
    nameEn: 'Khampaeng Jaingam',
    position: 'เจ้าพนักงานปกครอง',
    unit: 'TH-50',
    roles: ['case-officer'],
    keys: true,
  },
  {
    email: 'head.chiangmai@demo.example',
    nameTh: 'นายบุญมี ยอดเมือง',
    nameEn: 'Boonmee Yodmuang',
    position: 'หัวหน้าสำนักงานจังหวัด',
    unit: 'TH-50',
    roles: ['head'],
    keys: true,
  },
  {
    email: 'khonkaen@demo.example',
    nameTh: 'นายสมหวัง ภูแก้ว',
    nameEn: 'Somwang Phukaew',
    position: 'นักจัดการงานทั่วไป',
    unit: 'TH-40',
    roles: ['case-officer', 'head'],
    keys: true,
  },
  {
    email: 'phuket@demo.example',
    nameTh: 'นางจินตนา เลิศทะเล',
    nameEn: 'Jintana Lerttalay',
    position: 'นิติกร',
    unit: 'TH-83',
    roles: ['case-officer', 'head'],
    keys: true,
  },
  {
    email: 'bangkok@demo.example',
    nameTh: 'นายธนา เมืองใหม่',
    nameEn: 'Thana Muangmai',
    position: 'นักสืบสวน',
    unit: 'TH-10',
    roles: ['case-officer', 'head'],
    keys: true,
  },
  {
    email: 'lands@demo.example',
    nameTh: 'นางสาวแพรวา ที่ดินทอง',
    nameEn: 'Praewa Teedinthong',
    position: 'นักวิชาการที่ดิน',
    unit: 'DOL',
    roles: ['case-officer', 'head'],
    keys: true,
  },
  {
    email: 'pea@demo.example',
    nameTh: 'นายวีระ สว่างจ้า',
    nameEn: 'Weera Sawangja',
    position: 'ผู้อำนวยการกอง',
    unit: 'PEA',
    roles: ['case-officer', 'head'],
    keys: true,
  },
  {
    email: 'new.chiangmai@demo.example',
    nameTh: 'นายปิติ มาใหม่',
    nameEn: 'Piti Mamai',
    position: 'เจ้าพนักงานปกครอง',
    unit: 'TH-50',
    roles: ['case-officer'],
    keys: false,
  },
];

export type DemoOfficer = Cast & {
  readonly signedIn: SignedIn;
  readonly identity: Identity;
  readonly signing: SigningKey;
};
export type DemoAccount = {
  readonly email: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly hasKeys: boolean;
  readonly totp: Buffer;
};
export type DemoNetwork = {
  readonly administrator: SignedIn;
  readonly accounts: readonly DemoAccount[];
  /** Everybody but the administrator, by address. */
  readonly people: ReadonlyMap<string, SignedIn>;
  readonly officers: readonly DemoOfficer[];
  readonly centreKeys: ReadonlyMap<string, Identity>;
};

/** Makes the administrator by the first link, invites everybody else, enrols and grants keys. */
export async function makeOfficers(app: App, firstLink: string): Promise<DemoNetwork> {
  const { office } = app.network;
  const accounts: DemoAccount[] = [];
  const admin = {
    email: 'admin@demo.example',
    nameTh: 'นายระบบ มั่นคง',
    nameEn: 'Rabob Mankong',
    position: 'นักวิชาการคอมพิวเตอร์',
    unit: 'MOI',
    roles: ['administrator'] as const,
  };
  const join = async (link: string, person: Omit<Cast, 'keys'>) => {
    const token = link.split('/').at(-1)!;
    const { ceremonyId, secret } = await office.beginPasswordJoin(token, { email: person.email });
    const totp = fromBase32(secret);
    const answer = { ceremonyId, password: demoPassword, code: codeOf(totp, stepAt(app.ground.now())) };
    const newcomer = {
      email: person.email,
      nameTh: person.nameTh,
      nameEn: person.nameEn,
      positionTh: person.position,
      locale: 'th' as const,
      alsoRoles: [],
    };
    const cookie = await office.joinWithPassword(token, answer, newcomer, 'Demo');
    const signedIn = await app.network.findSession(cookie);
    if (!signedIn) throw new Error(`${person.email} could not sign in`);
    accounts.push({ ...person, hasKeys: false, totp });
    return signedIn;
  };
  const administrator = await join(firstLink, admin);
  const officers: DemoOfficer[] = [];
  const people = new Map<string, SignedIn>();
  const centreKeys = new Map<string, Identity>();
  for (const person of [...cast, ...furtherPeople.map((one) => ({ ...one, keys: false }))]) {
    const link = await office.invite(administrator, {
      id: randomUUID(),
      unitCode: person.unit,
      email: person.email,
      nameTh: person.nameTh,
      roles: person.roles,
      orderNo: '12/2568',
    });
    const signedIn = await join(link, person);
    people.set(person.email, signedIn);
    if (!person.keys) continue;
    const officer = await enrol(app, person, signedIn);
    accounts[accounts.length - 1] = { ...accounts.at(-1)!, hasKeys: true };
    const first = officers.find(({ unit }) => unit === person.unit);
    await giveCentreKey(app, officer, first, centreKeys);
    officers.push(officer);
  }
  return { administrator, accounts, people, officers, centreKeys };
}

/** Leaves one invitation open, for the administrator's list. */
export async function inviteOne(app: App, { administrator }: DemoNetwork): Promise<void> {
  const now = app.ground.now();
  const signedIn = { ...administrator, session: { ...administrator.session, confirmedAt: now } };
  await app.network.office.invite(signedIn, {
    id: randomUUID(),
    unitCode: 'TH-57',
    email: 'invited.chiangrai@demo.example',
    nameTh: 'นางสาวรอ ตอบรับ',
    roles: ['case-officer'],
    orderNo: undefined,
  });
}

async function enrol(app: App, person: Cast, signedIn: SignedIn): Promise<DemoOfficer> {
  const secret = newOfficerSecret();
  const signing = await signingKeyFromSeed(secret.signingSeed);
  await app.network.office.enrolKeys(signedIn, {
    recipient: await recipientOf(secret.identity),
    signingKey: toBase64Url(rawPublicKey(signing.publicKey)),
    wraps: [
      { wrapped: await wrapWithPassphrase(secret, demoPassphrase) },
      { wrapped: await wrapWithRecoveryCode(secret, newReceipt()) },
    ],
  });
  return { ...person, signedIn, identity: secret.identity, signing };
}

/** The first officer of a centre makes its key; who comes later is granted it by the first. */
async function giveCentreKey(
  app: App,
  officer: DemoOfficer,
  first: DemoOfficer | undefined,
  keys: Map<string, Identity>,
): Promise<void> {
  const unitCode = officer.unit;
  const identity = keys.get(unitCode) ?? generateIdentity();
  const sealed = toBase64Url(
    await sealCentreGrant({ unitCode, epoch: 1, identity }, await recipientOf(officer.identity)),
  );
  const grant = { personId: officer.signedIn.person.id, keyVersion: 1, sealed };
  if (first)
    await app.network.office.giveGrants(first.signedIn, { unitCode, grants: [{ ...grant, epoch: 1 }] });
  else
    await app.network.office.publishEpoch(officer.signedIn, {
      unitCode,
      epoch: 1,
      recipient: await recipientOf(identity),
      grants: [grant],
    });
  keys.set(unitCode, identity);
}

/** RFC 4648 base 32, as an authenticator would read it. */
function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
