/** For tests only: a citizen who files, comes back by her receipt, reads and writes, as the island does. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { fromBase64Url, toBase64Url } from '#platform/sealing/bytes.ts';
import { lookupOf, reporterKeys } from '#platform/sealing/receipt-keys.ts';
import { type SigningKey, sign } from '#platform/sealing/signature.ts';
import { openDialogue } from '../open-dialogue.ts';
import type { OpenedReport } from '../open-report.ts';
import { type SaidToSeal, sealSaid } from '../seal-said.ts';
import { messageSubject, type ReporterAct, requestBytes } from '../signed-request.ts';
import { aCitizen, type Citizen, post, putFile, solvedProof, type World } from './world.ts';

/** Everything a reporter does in the world that the test has made by then. */
export function reporterIn(world: () => World) {
  return { filed, comeBack, signed, opened, say };

  async function filed(change?: Parameters<typeof aCitizen>[1]): Promise<Citizen> {
    const citizen = await aCitizen(world(), change);
    const proof = await solvedProof(world());
    for (const { attachment, sealed } of citizen.report.uploads)
      await putFile(world(), attachment.id, sealed, proof);
    const answer = await post(world(), '/public/reports', { ...citizen.report.submission, proof });
    expect(answer.json().code).toBe('accepted');
    return citizen;
  }

  async function comeBack({ stretched }: Pick<Citizen, 'stretched'>) {
    const found = (
      await post(world(), '/public/follow/look-up', { lookup: await lookupOf(stretched) })
    ).json();
    const keys = await reporterKeys(stretched, fromBase64Url(found.salt));
    return { ...(found as { reportId: string; nonce: string; salt: string }), keys };
  }

  async function signed(
    back: { reportId: string; nonce: string; keys: { signingKey: SigningKey } },
    act: ReporterAct,
    subject = '',
  ) {
    const { reportId, nonce, keys } = back;
    const signature = await sign(keys.signingKey, requestBytes({ act, reportId, nonce, subject }));
    return { reportId, nonce, signature: toBase64Url(signature) };
  }

  async function opened(back: Awaited<ReturnType<typeof comeBack>>) {
    const answer = await post(world(), '/public/follow/open', await signed(back, 'open'));
    const report = answer.json() as OpenedReport;
    return { report, dialogue: await openDialogue(back.reportId, report, back.keys) };
  }

  async function say(
    back: Awaited<ReturnType<typeof comeBack>>,
    change: Partial<SaidToSeal> & Pick<SaidToSeal, 'next'>,
  ) {
    const said = await sealSaid({
      reportId: back.reportId,
      messageId: randomUUID(),
      text: 'ขอเพิ่มเติมว่ามีพยานสองคน',
      contest: false,
      files: [],
      keys: back.keys,
      sealer: 'reporter',
      sentAt: world().ground.now(),
      ...change,
    });
    const subject = messageSubject(said.sending.messageId, said.hash, said.sending.contest);
    return { ...said, request: { ...said.sending, ...(await signed(back, 'message', subject)) } };
  }
}
