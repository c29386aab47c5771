/** Readiness for disclosure (ITA/OIT): what pages, surfaces and other features may use. */
import type { SignedIn } from '#features/network/index.ts';
import type { Background } from '#platform/jobs/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addLink, type LinkInput, removeLink } from './answers/change-links.ts';
import { type AnswerInput, saveAnswer } from './answers/save-answer.ts';
import { type StepInput, stepAnswer } from './answers/step-answer.ts';
import { type BandInput, enterBand } from './item-sets/enter-band.ts';
import { loadSet, type NewSet, putInForce, startFromLast } from './item-sets/keep-sets.ts';
import { listSets, type SetList, type SetView, viewSet } from './item-sets/view-sets.ts';
import { type AskedCheck, askForCheck, linkBackground } from './links/check-links.ts';
import { type Reach, reachBeside } from './links/reach.ts';
import type { CentreName, DisclosureNeeds } from './needs.ts';
import type { Outcome } from './outcome.ts';
import { listPapers, listPublishing } from './publishing/list-published.ts';
import type { Publication } from './publishing/publication.queries.ts';
import { type PaperInput, publishPaper } from './publishing/publish-paper.ts';
import {
  type CentreView,
  type ItemView,
  oversees,
  ownCentres,
  viewCentre,
  viewItem,
} from './readiness/view-centre.ts';
import { type League, unitsThatAreReady, viewNetwork } from './readiness/view-network.ts';

export { officeDisclosureRoutes, publicDisclosureRoutes } from './http.ts';
export type { Reach } from './links/reach.ts';
export type { CentreView, ItemView, League, SetList, SetView };

type Done = Promise<Outcome<{ id: string }>>;

export type Disclosure = Background & {
  readonly needs: DisclosureNeeds;
  readonly listSets: (signedIn: SignedIn) => Promise<SetList>;
  readonly viewSet: (signedIn: SignedIn, id: string) => Promise<SetView | undefined>;
  readonly loadSet: (
    signedIn: SignedIn,
    set: NewSet,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ) => Done;
  readonly startFromLast: (signedIn: SignedIn, what: { id: string; fiscalYear: number }) => Done;
  readonly putInForce: (signedIn: SignedIn, id: string) => Done;
  readonly enterBand: (signedIn: SignedIn, band: BandInput) => Done;
  readonly ownCentres: (signedIn: SignedIn, locale: Locale) => Promise<readonly CentreName[]>;
  /** Whether the person looks at the answers of centres below. */
  readonly oversees: (signedIn: SignedIn) => Promise<boolean>;
  readonly view: (
    signedIn: SignedIn,
    unitCode: string,
    fiscalYear: number | undefined,
    locale: Locale,
  ) => Promise<CentreView | undefined>;
  readonly viewItem: (
    signedIn: SignedIn,
    of: { readonly unitCode: string; readonly fiscalYear: number; readonly itemCode: string },
    locale: Locale,
  ) => Promise<ItemView | undefined>;
  readonly save: (signedIn: SignedIn, answer: AnswerInput) => Done;
  readonly step: (signedIn: SignedIn, step: StepInput) => Done;
  readonly addLink: (signedIn: SignedIn, link: LinkInput) => Done;
  readonly removeLink: (signedIn: SignedIn, what: { answerId: string; id: string }) => Done;
  /** Looks at all addresses of a centre's year, in the background. */
  readonly check: (signedIn: SignedIn, asked: AskedCheck) => Done;
  readonly publish: (signedIn: SignedIn, paper: PaperInput) => Promise<Outcome<Publication>>;
  readonly listPublishing: (locale: Locale) => ReturnType<typeof listPublishing>;
  readonly listPapers: (unitCode: string, locale: Locale) => ReturnType<typeof listPapers>;
  readonly network: (
    signedIn: SignedIn,
    fiscalYear: number | undefined,
    locale: Locale,
  ) => Promise<League | undefined>;
  /** For the yearly calendar: centres that have every item of the year ready. */
  readonly unitsThatAreReady: (fiscalYear: number) => Promise<ReadonlySet<number>>;
};

/** `reach`: another way to the outside world, for tests alone; no setting of the program leads here. */
export function createDisclosure(
  parts: Omit<DisclosureNeeds, 'reach'> & { readonly reach?: Reach | undefined },
): Disclosure {
  const needs: DisclosureNeeds = { ...parts, reach: parts.reach ?? reachBeside(parts.ground.publicUrl) };
  return {
    needs,
    listSets: (signedIn) => listSets(needs, signedIn),
    viewSet: (signedIn, id) => viewSet(needs, signedIn, id),
    loadSet: (signedIn, set, file) => loadSet(needs, signedIn, set, file),
    startFromLast: (signedIn, what) => startFromLast(needs, signedIn, what),
    putInForce: (signedIn, id) => putInForce(needs, signedIn, id),
    enterBand: (signedIn, band) => enterBand(needs, signedIn, band),
    ownCentres: (signedIn, locale) => ownCentres(needs, signedIn, locale),
    oversees: (signedIn) => oversees(needs, signedIn),
    view: (signedIn, unitCode, year, locale) => viewCentre(needs, signedIn, unitCode, year, locale),
    viewItem: (signedIn, of, locale) => viewItem(needs, signedIn, of, locale),
    save: (signedIn, answer) => saveAnswer(needs, signedIn, answer),
    step: (signedIn, step) => stepAnswer(needs, signedIn, step),
    addLink: (signedIn, link) => addLink(needs, signedIn, link),
    removeLink: (signedIn, what) => removeLink(needs, signedIn, what),
    check: (signedIn, asked) => askForCheck(needs, signedIn, asked),
    publish: (signedIn, paper) => publishPaper(needs, signedIn, paper),
    listPublishing: (locale) => listPublishing(needs, locale),
    listPapers: (unitCode, locale) => listPapers(needs, unitCode, locale),
    network: (signedIn, year, locale) => viewNetwork(needs, signedIn, year, locale),
    unitsThatAreReady: (fiscalYear) => unitsThatAreReady(needs, fiscalYear),
    ...linkBackground(needs),
  };
}
