/** To which centre a report is sealed. Pure; the browser and the server decide alike. */
import type { InsiderAnswer } from './report.ts';

/** A centre as the report page needs it. */
export type PublicCentre = {
  readonly code: string;
  readonly kind: 'ministry' | 'department' | 'state-enterprise' | 'bangkok' | 'province';
  readonly th: string;
  readonly short: string | null;
  readonly en: string;
  readonly region: string | null;
  /** The centre whose key a report is sealed for: itself or the nearest above; null when none has a key. */
  readonly seal: string | null;
  /** The same for a report about somebody of this centre: from the tier above on. Null for the ministry. */
  readonly above: string | null;
};

export type Addressee = {
  readonly unitCode: string;
  /** `unit`: seen by the centre addressed alone, not by tiers above it nor by the centre named. */
  readonly restriction: 'none' | 'unit';
  /** Why there: to be told before sending. */
  readonly reason: 'own' | 'nearest-above' | 'tier-above' | 'unknown-place' | 'no-tier-above';
};

/** Where the report goes; undefined when nobody in the line could read it, and it must not be sent. */
export function addresseeOf(
  named: string | null,
  insider: InsiderAnswer,
  centres: readonly PublicCentre[],
): Addressee | undefined {
  const root = centres.find((centre) => centre.kind === 'ministry');
  const centre = named === null ? root : centres.find((candidate) => candidate.code === named);
  if (!centre) return undefined;
  const isAbout = named !== null && insider !== 'no';
  if (isAbout && centre !== root) {
    return centre.above === null
      ? undefined
      : { unitCode: centre.above, restriction: 'unit', reason: 'tier-above' };
  }
  if (centre.seal === null) return undefined;
  const reason = isAbout
    ? 'no-tier-above'
    : named === null
      ? 'unknown-place'
      : centre.seal === centre.code
        ? 'own'
        : 'nearest-above';
  return { unitCode: centre.seal, restriction: 'none', reason };
}
