/** Someone tells us something and comes back by a receipt: what the rest of the program may use. */
import type { FastifyInstance } from 'fastify';
import type { Network } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import type { Ground } from '#platform/ground.ts';
import type { PublicCentre } from './addressing.ts';
import { reportRoutes } from './http.ts';
import type { CaseFacts, Parts, Topic } from './needs.ts';
import { publicCentres } from './public-centres.ts';
import { startSweeping } from './sweep.ts';
import { tokenBucket } from './token-bucket.ts';
import { uploadAllowance } from './upload-allowance.ts';

export type { PublicCentre } from './addressing.ts';
export type { CaseFacts } from './needs.ts';
export type { IdentityMode, InsiderAnswer, OriginalFile, Said, Story } from './report.ts';

export type Reports = {
  /** Fastify plugin: the addresses that the citizens' script asks. */
  readonly routes: (surface: FastifyInstance) => Promise<void>;
  readonly listCentres: () => Promise<readonly PublicCentre[]>;
  readonly listTopics: () => Promise<readonly Topic[]>;
  /** Clears expired proofs and unnamed files every hour. */
  readonly startSweeping: () => { stop: () => void };
  /** For this feature's own pages. */
  readonly parts: Parts;
};

export function createReports(
  ground: Ground,
  network: Pick<Network, 'listCentres'>,
  cases: CaseFacts,
): Reports {
  const parts: Parts = {
    ground,
    network,
    cases,
    uploads: uploadAllowance(),
    failedLookUps: tokenBucket(50, 10, ground.now),
  };
  return {
    routes: reportRoutes(parts),
    listCentres: () => publicCentres(parts),
    listTopics: () => cases.listTopics(civilDate(ground.now())),
    startSweeping: () => startSweeping(ground),
    parts,
  };
}
