/** A certificate as it is drawn: from the snapshot alone, so that a later copy is the same as the first. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { type Certificate, renderCertificate } from '#platform/documents/index.ts';
import type { CertificateRow } from './certificate.queries.ts';
import type { Snapshot } from './certificate.ts';
import { spellCode } from './certificate-rules.ts';
import { certificateAddress } from './credential.ts';

const roles = { attendee: 'participant', speaker: 'speaker', organiser: 'organiser' } as const;

export function paperOf(snapshot: Snapshot, code: string, publicUrl: URL): Certificate {
  const address = certificateAddress(publicUrl, code);
  return {
    number: snapshot.number,
    holder: snapshot.holder,
    ...(snapshot.holderLine ? { holderLine: snapshot.holderLine } : {}),
    role: roles[snapshot.kind],
    seminar: snapshot.seminarTh,
    from: asCivilDate(snapshot.from),
    to: asCivilDate(snapshot.to),
    ...(snapshot.hours ? { hours: snapshot.hours } : {}),
    ...(snapshot.placeTh ? { place: snapshot.placeTh } : {}),
    issuer: snapshot.issuerTh,
    issuedOn: asCivilDate(snapshot.issuedOn),
    signers: [{ name: snapshot.signerName, position: snapshot.signerPosition }],
    qr: address,
    // A space where the line may break, so that nobody types half a code.
    verifyAt: `${publicUrl.host}/certificates ${spellCode(code)}`,
    locale: 'th',
  };
}

export const drawOne = ({ snapshot, code, issuedAt }: CertificateRow, publicUrl: URL): Promise<Uint8Array> =>
  renderCertificate(paperOf(snapshot, code, publicUrl), { madeAt: issuedAt });
