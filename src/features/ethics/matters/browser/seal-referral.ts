/**
 * Seals a referral for the centre that works on it, as a report is sealed for it. Nobody follows it by a receipt: the
 * private half of the dialogue's key goes into the centre's grant and is kept nowhere else.
 */
import type { Story } from '#features/reports/browser/index.ts';
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { sealGrant } from '#platform/sealing/grant.ts';
import { generateIdentity, type Recipient, recipientOf } from '#platform/sealing/identity.ts';
import { type Attachment, composeMessage } from '#platform/sealing/message.ts';
import type { SigningKey } from '#platform/sealing/signature.ts';
import type { NewReferral } from '../refer-matter.ts';

export type ReferralToSeal = {
  readonly id: string;
  readonly matterId: string;
  readonly story: Story;
  readonly title: string;
  readonly addressee: { readonly unitCode: string; readonly epoch: number; readonly recipient: Recipient };
  readonly restriction: NewReferral['restriction'];
  /** Seals and stores the files for the new dialogue. */
  readonly upload: (recipient: Recipient) => Promise<readonly Attachment[]>;
  /** The officer's own: she signs what she wrote. */
  readonly signing: SigningKey;
  readonly sentAt: Date;
};

/** Errors: those of `composeMessage`, `sealGrant` and the upload. */
export async function sealReferral(referral: ReferralToSeal): Promise<NewReferral> {
  const { id, title, story, addressee, signing } = referral;
  const identity = generateIdentity();
  const dialogueRecipient = await recipientOf(identity);
  const attachments = await referral.upload(dialogueRecipient);
  const { sealed } = await composeMessage(
    {
      caseId: id,
      channel: 'dialogue',
      sequence: 1,
      previousHash: null,
      recipients: [dialogueRecipient],
      attachments,
      author: { kind: 'officer', publicKey: signing.publicKey },
      sentAt: referral.sentAt.toISOString(),
      body: story,
    },
    signing,
  );
  const grant = { caseId: id, kind: 'dialogue', version: 1, identity, title } as const;
  return {
    id,
    matterId: referral.matterId,
    unitCode: addressee.unitCode,
    epoch: addressee.epoch,
    restriction: referral.restriction,
    topic: story.topic,
    dialogueRecipient,
    centreGrant: toBase64Url(await sealGrant(grant, [addressee.recipient])),
    messageId: crypto.randomUUID(),
    message: toBase64Url(sealed),
    attachments: attachments.map(({ id }) => id),
  };
}
