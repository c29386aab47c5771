/** For tests only: a referral as an ethics officer's browser seals it. */
import { randomUUID } from 'node:crypto';
import { asRecipient } from '#platform/sealing/identity.ts';
import type { Attachment } from '#platform/sealing/message.ts';
import type { SigningKey } from '#platform/sealing/signature.ts';
import { sealReferral } from '../matters/browser/seal-referral.ts';

type Of = {
  readonly matterId: string;
  readonly to: { readonly unitCode: string; readonly recipient: string };
  readonly signing: SigningKey;
  readonly restriction?: 'none' | 'unit';
  readonly topic?: string;
  readonly files?: readonly Attachment[];
};

export const aReferral = ({
  matterId,
  to,
  signing,
  restriction = 'none',
  topic = 'PROCUREMENT',
  files,
}: Of) =>
  sealReferral({
    id: randomUUID(),
    matterId,
    story: {
      type: 'report',
      v: 1,
      language: 'th',
      about: 'กรรมการตรวจรับคนหนึ่ง',
      centre: to.unitCode,
      place: '',
      insider: restriction === 'unit' ? 'head' : 'no',
      topic,
      happened: 'รับเงินจากผู้รับจ้างก่อนลงนามตรวจรับ',
      when: '',
      source: 'งานจริยธรรม',
      damage: '',
      wish: '',
      identity: 'anonymous',
      name: '',
      contact: '',
      files: [],
    },
    title: 'จัดซื้อจัดจ้าง: กรรมการตรวจรับคนหนึ่ง',
    addressee: { unitCode: to.unitCode, epoch: 1, recipient: asRecipient(to.recipient) },
    restriction,
    upload: async () => files ?? [],
    signing,
    sentAt: new Date('2026-11-23T03:00:00Z'),
  });
