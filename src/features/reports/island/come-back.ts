/** From a receipt to its report: look up, prove by signature, open. */
import { fromBase64Url, toBase64Url } from '#platform/sealing/bytes.ts';
import {
  lookupOf,
  type ReporterKeys,
  reporterKeys,
  type StretchedReceipt,
} from '#platform/sealing/receipt-keys.ts';
import { sign } from '#platform/sealing/signature.ts';
import type { LookUpAnswer } from '../look-up-report.ts';
import { type Dialogue, openDialogue } from '../open-dialogue.ts';
import type { OpenedReport } from '../open-report.ts';
import type { SignedRequest } from '../report.schemas.ts';
import { type ReporterAct, requestBytes } from '../signed-request.ts';
import { ask } from './api.ts';
import type { ProofKeeper } from './background.ts';

export type Holder = {
  readonly reportId: string;
  readonly keys: ReporterKeys;
  /** Signs one request, looking the receipt up again when the server's nonce has grown old. */
  readonly signed: (act: ReporterAct, subject?: string) => Promise<SignedRequest>;
};

/** Nonces live half an hour. */
const NONCE_MS = 25 * 60_000;

/** `busy` is overcome by a proof of work. Whether the receipt is anybody's shows only when it is used. */
export async function comeBack(stretched: StretchedReceipt, proofs: ProofKeeper): Promise<Holder> {
  const lookup = await lookupOf(stretched);
  const look = async () => {
    const first = await ask<LookUpAnswer>('/public/follow/look-up', { lookup });
    if (first.status === 200) return { ...first.body, at: performance.now() };
    const second = await ask<LookUpAnswer>('/public/follow/look-up', { lookup, proof: await proofs.get() });
    proofs.drop();
    if (second.status !== 200) throw new Error(second.code);
    return { ...second.body, at: performance.now() };
  };
  let found = await look();
  const keys = await reporterKeys(stretched, fromBase64Url(found.salt));
  return {
    reportId: found.reportId,
    keys,
    signed: async (act, subject = '') => {
      if (performance.now() - found.at > NONCE_MS) found = await look();
      const { reportId, nonce } = found;
      const signature = await sign(keys.signingKey, requestBytes({ act, reportId, nonce, subject }));
      return { reportId, nonce, signature: toBase64Url(signature) };
    },
  };
}

export type OpenedCase = { readonly report: OpenedReport; readonly dialogue: Dialogue };

/** The case; undefined when no report has this receipt. */
export async function openCase(holder: Holder): Promise<OpenedCase | undefined> {
  const { status, code, body } = await ask<OpenedReport>('/public/follow/open', await holder.signed('open'));
  if (status === 404) return undefined;
  if (status !== 200) throw new Error(code);
  return { report: body, dialogue: await openDialogue(holder.reportId, body, holder.keys) };
}
