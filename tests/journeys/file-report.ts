/** A citizen without a browser: seals a report as her browser would and files it with a running instance over HTTP. */
import { randomUUID } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Story } from '#features/reports/report.ts';
import { titleOf } from '#features/reports/report.ts';
import { readyFile, sealReport } from '#features/reports/seal-report.ts';
import { asRecipient } from '#platform/sealing/identity.ts';
import { newReceipt, type Receipt } from '#platform/sealing/receipt.ts';
import { stretchReceipt } from '#platform/sealing/receipt-keys.ts';

export type Filed = { readonly number: string; readonly receipt: Receipt; readonly title: string };

/** Files one report with a centre that has a key. Throws the instance's answer when it is refused. */
export async function fileReport(
  url: string,
  unitCode: string,
  change: Partial<Story> = {},
  file?: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<Filed> {
  const key = await ask(`${url}/public/centres/${unitCode}/key`, {});
  const story: Story = { ...lifelike, centre: unitCode, ...change };
  const receipt = newReceipt();
  const chosen = file && [await readyFile({ id: randomUUID(), ...file }, true)];
  const title = titleOf('จัดซื้อจัดจ้าง', story);
  const report = await sealReport({
    id: randomUUID(),
    messageId: randomUUID(),
    story: { ...story, files: (chosen ?? []).map(({ original }) => original) },
    title,
    files: chosen ?? [],
    addressee: { unitCode: key.unitCode, epoch: key.epoch, recipient: asRecipient(key.recipient) },
    restriction: 'none',
    stretched: await stretchReceipt(receipt),
    sealer: 'reporter',
    sentAt: new Date(),
  });
  const proof = await solvedProof(url);
  for (const { attachment, sealed } of report.uploads)
    await ask(`${url}/public/uploads/${attachment.id}`, {
      method: 'PUT',
      body: sealed as Uint8Array<ArrayBuffer>,
      headers: {
        'content-type': 'application/octet-stream',
        'x-proof-of-work': Buffer.from(JSON.stringify(proof)).toString('base64url'),
      },
    });
  const { number } = await ask(`${url}/public/reports`, {
    method: 'POST',
    body: JSON.stringify({ ...report.submission, proof }),
    headers: { 'content-type': 'application/json' },
  });
  return { number, receipt, title };
}

async function solvedProof(url: string) {
  const challenge = await ask(`${url}/public/challenge`, {});
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution: { counter: solution!.counter, derivedKey: solution!.derivedKey } };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of several shapes
async function ask(address: string, init: RequestInit): Promise<any> {
  const answer = await fetch(address, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
  return body;
}

const lifelike: Story = {
  type: 'report',
  v: 1,
  language: 'th',
  about: 'นายช่างโยธา เทศบาลตำบลแห่งหนึ่ง',
  centre: null,
  place: 'ถนนสายหนองหอย–ดอนแก้ว',
  insider: 'no',
  topic: 'PROCUREMENT',
  happened: 'เรียกเงินร้อยละสิบจากผู้รับจ้างก่อนตรวจรับงาน แล้วให้กรรมการลงชื่อทั้งที่งานยังไม่เสร็จ',
  when: 'ต้นเดือนตุลาคม 2569',
  source: 'เห็นด้วยตนเอง',
  damage: 'ราว 250,000 บาท',
  wish: 'ขอให้ตรวจสอบสัญญา',
  identity: 'anonymous',
  name: '',
  contact: '',
  files: [],
};
