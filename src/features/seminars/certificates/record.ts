/** A certificate as JSON for whoever checks by machine: every printed field, its state, its hash and its credential. */
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { PublicCertificate } from './certificate.queries.ts';
import { certificateAddress } from './credential.ts';
import { didOf } from './credential-key.ts';

export function recordOf(code: string, found: PublicCertificate, publicUrl: URL): object {
  return {
    address: certificateAddress(publicUrl, code),
    state: found.revokedAt ? 'revoked' : 'valid',
    ...(found.revokedAt ? { revokedOn: civilDate(found.revokedAt), revokedFor: found.revokedKind } : {}),
    printed: found.snapshot,
    /** SHA-256 of the canonical JSON (RFC 8785) of `printed`, as in the ledger's entry. */
    sha256: found.hash.toString('hex'),
    issuer: didOf(publicUrl),
    credential: found.credential,
  };
}
