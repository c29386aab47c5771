/** Lets in who signed with the receipt's key over exactly this request. */
import { toBase64Url } from '#platform/sealing/bytes.ts';
import { type SigningPublicKey, verify } from '#platform/sealing/signature.ts';
import type { Parts } from './needs.ts';
import { isGoodNonce } from './nonces.ts';
import { readSigningKey } from './report.queries.ts';
import type { CheckedSignedRequest } from './report.schemas.ts';
import { type ReporterAct, requestBytes } from './signed-request.ts';

/** `stale-nonce`: look the receipt up again. `unknown`: no such report, or not this signature; never which. */
export type Refusal = 'stale-nonce' | 'unknown';

// Keeps the cost of a miss that of a hit: some point on the curve (RFC 8032 section 7.1); what it signs never counts.
const anyKey = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');

/** Undefined when all is well. */
export async function authenticateReporter(
  { ground }: Pick<Parts, 'ground'>,
  act: ReporterAct,
  { reportId, nonce, signature }: CheckedSignedRequest,
  subject = '',
): Promise<Refusal | undefined> {
  if (!isGoodNonce(ground.secrets.tokenKey, reportId, nonce, ground.now())) return 'stale-nonce';
  const key = await readSigningKey(ground.databases.public, reportId);
  const publicKey = toBase64Url(key ?? anyKey) as SigningPublicKey;
  const right = await verify(publicKey, signature, requestBytes({ act, reportId, nonce, subject }));
  return key && right ? undefined : 'unknown';
}
