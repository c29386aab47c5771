/** Certificates: who gets one, issuing in the background, checking by anybody, revoking. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAsSeat } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readSeatToken } from '../seat-link.ts';
import {
  type CertificateRow,
  type PublicCertificate,
  selectByCode,
  selectOfSeat,
} from './certificate.queries.ts';
import type { CertificateOutcome } from './certificate.ts';
import { readCode } from './certificate-rules.ts';
import { type Default, listDefaults, type NewDefault, setDefault } from './defaults.ts';
import { issueBatch } from './issue-certificates.ts';
import { issueJob, type NewOrder, orderCertificates } from './order-certificates.ts';
import type { TestResults } from './recipients.ts';
import { type Revocation, revokeCertificate } from './revoke-certificate.ts';
import {
  type CertificatesView,
  type OneCertificate,
  viewCertificate,
  viewCertificates,
} from './view-certificates.ts';

export type { Snapshot } from './certificate.ts';
export { officeCertificateRoutes, publicCertificateRoutes } from './http.ts';
export type { TestResults } from './recipients.ts';
export type { CertificatesView, OneCertificate } from './view-certificates.ts';

export type CertificateParts = {
  readonly ground: Ground;
  readonly network: Network;
  readonly testResults: TestResults;
};

export type Certificates = Background & {
  /** Undefined for whoever does not organise the seminar. */
  readonly view: (
    signedIn: SignedIn,
    seminarId: string,
    locale: Locale,
  ) => Promise<CertificatesView | undefined>;
  readonly one: (signedIn: SignedIn, id: string) => Promise<OneCertificate | undefined>;
  readonly order: (signedIn: SignedIn, order: NewOrder) => Promise<CertificateOutcome<{ id: string }>>;
  /** What the background does with an order; safe to repeat. */
  readonly issue: (batchId: string) => Promise<void>;
  readonly revoke: (
    signedIn: SignedIn,
    revocation: Revocation,
  ) => Promise<CertificateOutcome<{ id: string }>>;
  /** For anybody who holds the code, however it was typed. */
  readonly check: (
    typed: string,
  ) => Promise<{ readonly code: string; readonly found: PublicCertificate | undefined } | undefined>;
  /** Shares for seminars without a rule of their own, the present ones and those of before and after. */
  readonly listDefaults: (
    signedIn: SignedIn,
  ) => Promise<{ readonly rows: readonly Default[]; readonly mayChange: boolean }>;
  readonly setDefault: (
    signedIn: SignedIn,
    change: NewDefault,
  ) => Promise<CertificateOutcome<{ code: string }>>;
  /** By the participant's link; undefined for one that was not made here. */
  readonly ofSeat: (token: string) => Promise<readonly CertificateRow[] | undefined>;
};

export function createCertificates(
  ground: Ground,
  network: Network,
  ports: { readonly testResults: TestResults },
): Certificates {
  const parts: CertificateParts = { ground, network, ...ports };
  return {
    view: (signedIn, seminarId, locale) => viewCertificates(parts, signedIn, seminarId, locale),
    one: (signedIn, id) => viewCertificate(parts, signedIn, id),
    order: (signedIn, order) => orderCertificates(parts, signedIn, order),
    issue: (batchId) => issueBatch(parts, batchId),
    revoke: (signedIn, revocation) => revokeCertificate(parts, signedIn, revocation),
    check: async (typed) => {
      const code = readCode(typed);
      return code ? { code, found: await selectByCode(ground.databases.public, code) } : undefined;
    },
    listDefaults: (signedIn) => listDefaults(parts, signedIn),
    setDefault: (signedIn, change) => setDefault(parts, signedIn, change),
    ofSeat: async (token) => {
      const id = readSeatToken(ground.secrets.tokenKey, token);
      if (!id) return undefined;
      return actingAsSeat(ground.databases.public, id, (trx) => selectOfSeat(trx, id));
    },
    jobs: { [issueJob]: ({ batch }) => issueBatch(parts, String(batch)) },
    schedules: [],
  };
}
