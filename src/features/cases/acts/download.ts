/** Notes that a file leaves the sandboxed viewer for the officer's disk; the page saves it only after this is noted. */
import type { ActOf } from '../act-input.ts';
import { selectAttachment } from '../file.queries.ts';
import { type Done, refuse, type Work } from './work.ts';

export async function noteDownload(work: Work, act: ActOf<'download'>): Promise<Done> {
  const file = await selectAttachment(work.trx, act.attachmentId);
  if (file?.case_id !== work.found.id) refuse('missing-attachment');
  return {
    act: 'file.downloaded',
    facts: { attachment: act.attachmentId, sha256: file.sha256.toString('hex') },
  };
}
