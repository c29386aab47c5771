/** Binds a published wording to the ledger: anybody may compare later, while the ledger itself holds none of it. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';

type Wording = {
  readonly titleTh: string;
  readonly summaryTh: string;
  readonly bodyTh: string;
  readonly titleEn: string;
  readonly summaryEn: string;
  readonly bodyEn: string;
};

/** SHA-256 in hex over the six texts as canonical JSON; a missing translation counts as empty. */
export function wordingHash({ titleTh, summaryTh, bodyTh, titleEn, summaryEn, bodyEn }: Wording): string {
  const wording = canonicalJson({ titleTh, summaryTh, bodyTh, titleEn, summaryEn, bodyEn });
  return createHash('sha256').update(wording).digest('hex');
}
