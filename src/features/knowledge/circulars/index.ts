/** The register of circulars and policies: what pages, surfaces and other features may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { acknowledge, answerCircular } from './acknowledge.ts';
import type { NewAnswer, NewCircular } from './circular.schemas.ts';
import type { IssuedLine, Outcome, ReceivedLine } from './circular.ts';
import { type Issued, issueCircular } from './issue-circular.ts';
import {
  type Issuer,
  listIssued,
  listIssuers,
  listMentions,
  listPublic,
  listReceived,
  type Mention,
  type PublicLine,
} from './list-circulars.ts';
import type { BroughtFile } from './pdf-file.ts';
import { remind } from './remind.ts';
import { type CircularView, viewCircular } from './view-circular.ts';

export type { CircularLine, IssuedLine, Reader, ReceivedLine } from './circular.ts';
export { officeCircularRoutes, publicCircularRoutes } from './http.ts';
export type { Issuer, Mention, PublicLine } from './list-circulars.ts';
export type { CircularView } from './view-circular.ts';

export type Circulars = {
  /** `sought`: part of a number, a subject or a gist. */
  readonly listReceived: (
    signedIn: SignedIn,
    locale: Locale,
    sought?: string,
  ) => Promise<readonly ReceivedLine[]>;
  readonly listIssued: (
    signedIn: SignedIn,
    locale: Locale,
    sought?: string,
  ) => Promise<readonly IssuedLine[]>;
  readonly listPublic: (locale: Locale, sought?: string) => Promise<readonly PublicLine[]>;
  /** Circulars in force that seem to name a section: what the person may see, or the public. */
  readonly listMentions: (signedIn?: SignedIn) => Promise<readonly Mention[]>;
  /** Centres in whose name the person may issue. */
  readonly listIssuers: (signedIn: SignedIn, locale: Locale) => Promise<readonly Issuer[]>;
  readonly view: (signedIn: SignedIn, id: string, locale: Locale) => Promise<CircularView | undefined>;
  readonly issue: (
    signedIn: SignedIn,
    circular: NewCircular,
    file: BroughtFile | undefined,
  ) => Promise<Outcome<Issued>>;
  readonly acknowledge: (
    signedIn: SignedIn,
    what: { circularId: string; unitId: number },
  ) => Promise<Outcome<{ at: Date }>>;
  readonly answer: (
    signedIn: SignedIn,
    answer: NewAnswer,
    file?: BroughtFile,
  ) => Promise<Outcome<{ id: string }>>;
  readonly remind: (
    signedIn: SignedIn,
    what: { id: string; circularId: string },
  ) => Promise<Outcome<{ reminded: number }>>;
};

export function createCirculars(ground: Ground, network: Network): Circulars {
  const parts = { ground, network };
  return {
    listReceived: (signedIn, locale, sought) => listReceived(parts, signedIn, locale, sought),
    listIssued: (signedIn, locale, sought) => listIssued(parts, signedIn, locale, sought),
    listPublic: (locale, sought) => listPublic(parts, locale, sought),
    listMentions: (signedIn) => listMentions(parts, signedIn),
    listIssuers: (signedIn, locale) => listIssuers(parts, signedIn, locale),
    view: (signedIn, id, locale) => viewCircular(parts, signedIn, id, locale),
    issue: (signedIn, circular, file) => issueCircular(parts, signedIn, circular, file),
    acknowledge: (signedIn, what) => acknowledge(ground, signedIn, what),
    answer: (signedIn, answer, file) => answerCircular(ground, signedIn, answer, file),
    remind: (signedIn, what) => remind(parts, signedIn, what),
  };
}
