/** How much may be uploaded for one proof of work: counted in memory, forgotten when the proof expires. */
import { mostFiles } from './report.ts';

export type UploadAllowance = {
  /** Takes one upload of the proof's allowance; false when it is used up. */
  readonly take: (proofId: Buffer, expiresAt: Date, now: Date) => boolean;
};

/** Every file may be sent again a few times, since connections break; never without end. */
const triesPerProof = mostFiles * 4;

export function uploadAllowance(): UploadAllowance {
  const used = new Map<string, { count: number; until: number }>();
  return {
    take(proofId, expiresAt, now) {
      if (used.size > 10_000)
        for (const [key, { until }] of used) if (until <= now.getTime()) used.delete(key);
      const key = proofId.toString('base64');
      const known = used.get(key) ?? { count: 0, until: expiresAt.getTime() };
      if (known.count >= triesPerProof) return false;
      used.set(key, { ...known, count: known.count + 1 });
      return true;
    },
  };
}
