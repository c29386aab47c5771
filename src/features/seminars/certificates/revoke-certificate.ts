/** The head of the issuing centre takes a certificate back: the paper then checks as revoked, and its bit is set. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { isUuid } from '../attendance/attendance.ts';
import { organised, unitCode } from '../attendance/organised.ts';
import { selectCertificate } from './certificate.queries.ts';
import { type CertificateOutcome, done, refused, revocationKinds } from './certificate.ts';
import type { CertificateParts } from './index.ts';

export type Revocation = {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
};

/** Once and for good; revoking again changes nothing. */
export async function revokeCertificate(
  parts: CertificateParts,
  signedIn: SignedIn,
  revocation: Revocation,
): Promise<CertificateOutcome<{ id: string }>> {
  const { ground } = parts;
  const kind = revocationKinds.find((one) => one === revocation.kind);
  if (!kind || !isUuid(revocation.id)) return refused('malformed');
  const reason = revocation.reason.trim();
  if (reason.length < 3 || reason.length > 500) return refused('reason-missing');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const certificate = await selectCertificate(trx, revocation.id);
    if (!certificate) return refused('not-found');
    const allowed = await organised(trx, signedIn, certificate.seminarId, 'approve');
    if (!allowed.ok) return allowed;
    const now = ground.now();
    const { numUpdatedRows } = await trx
      .updateTable('seminars.certificate')
      .set({
        revoked_at: now,
        revoked_by: signedIn.person.id,
        revoked_kind: kind,
        revoked_reason: reason,
      })
      .where('id', '=', certificate.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows)
      await recordAct(trx, {
        act: 'seminars.certificate-revoked',
        object: 'certificate',
        id: certificate.id,
        unit: await unitCode(parts, allowed.seminar.unitId),
        role: allowed.role,
        at: now.toISOString(),
        facts: { hash: certificate.hash.toString('hex'), kind },
      });
    return done({ id: certificate.id });
  });
}
