/** Someone tells us something and comes back by a receipt: what the rest of the program may use. */
import type { FastifyInstance } from 'fastify';
import type { Network } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import type { Ground } from '#platform/ground.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { PublicCentre } from './addressing.ts';
import { briefly } from './brief-memory.ts';
import { fileHolds } from './file-holds.ts';
import { reportRoutes } from './http.ts';
import { type LedgerHead, ledgerHead } from './ledger-head.ts';
import type { CaseFacts, Parts, Topic } from './needs.ts';
import { publicCentres } from './public-centres.ts';
import { sweepReports } from './sweep.ts';
import { gate, narrow, tokenBucket } from './token-bucket.ts';
import { uploadAllowance } from './upload-allowance.ts';
import { type FormOutcome, fileForm } from './without-script/file-form.ts';
import { type FollowOutcome, followFile, followForm } from './without-script/follow-form.ts';
import { newSeed } from './without-script/seeds.ts';

export type { PublicCentre } from './addressing.ts';
export { newCaseNumber } from './case-number.ts';
export type { CaseFacts } from './needs.ts';
export type { Said, Story } from './report.ts';
export { bucketBelow, isSealedForOne } from './submit-report.ts';

export type { FollowOutcome } from './without-script/follow-form.ts';

/** In the background it clears expired proofs and unnamed files every hour. */
export type Reports = Background & {
  /** Fastify plugin: the addresses that the citizens' script asks. */
  readonly routes: (surface: FastifyInstance) => Promise<void>;
  readonly listCentres: () => Promise<readonly PublicCentre[]>;
  readonly listTopics: () => Promise<readonly Topic[]>;
  /** The newest signed head of the ledger, for its page. */
  readonly ledgerHead: () => Promise<LedgerHead | undefined>;
  /** For those without script: a posted report form, a posted receipt, a file of the dialogue. */
  readonly fileForm: (request: Request, locale: Locale) => Promise<FormOutcome>;
  readonly followForm: (request: Request) => Promise<FollowOutcome>;
  readonly followFile: (request: Request) => Promise<{ name: string; bytes: Uint8Array } | undefined>;
  /** The secret of one showing of the report form without script. */
  readonly newSeed: () => string;
};

export function createReports(
  ground: Ground,
  network: Pick<Network, 'listCentres'>,
  cases: CaseFacts,
): Reports {
  const parts: Parts = {
    ground,
    network,
    cases: briefly(cases, ground.now),
    uploads: uploadAllowance(),
    // Half-sent files take as much of the disk as whole ones: 500 of the largest are 5.4 GiB.
    holds: fileHolds(500),
    failedLookUps: tokenBucket(50, 10, ground.now),
    // Sealing for others costs 0.3 s and up to 120 MB each: two at a time, and no more than two a second for long.
    withoutScript: gate(tokenBucket(30, 2, ground.now), narrow(2, 20)),
  };
  return {
    routes: reportRoutes(parts),
    listCentres: () => publicCentres(parts),
    ledgerHead: () => ledgerHead(ground.databases.public),
    listTopics: () => parts.cases.listTopics(civilDate(ground.now())),
    jobs: { 'reports.sweep': async () => void (await sweepReports(parts)) },
    schedules: [{ name: 'reports.sweep', cron: '17 * * * *' }],
    fileForm: (request, locale) =>
      fileForm(parts, request, locale, locale === 'en' ? '/en/follow' : '/follow'),
    followForm: (request) => followForm(parts, request),
    followFile: (request) => followFile(parts, request),
    newSeed,
  };
}
