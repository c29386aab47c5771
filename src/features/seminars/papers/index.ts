/** Papers of seminars: from the memo for approval to the claim of the money. What pages and surfaces may use. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Outcome } from '../outcome.ts';
import { isId } from '../projects/open-seminar.ts';
import { makePaper } from './make-paper.ts';
import { selectPapers } from './paper.queries.ts';
import type { PaperFacts, PaperKind } from './paper.ts';
import { savePaper } from './save-paper.ts';
import type { SeminarFigures } from './seminar-figures.ts';

export { attendanceFigures } from './attendance-figures.ts';
export { officePaperRoutes, publicPaperRoutes } from './http.ts';
export type { SeminarFigures } from './seminar-figures.ts';

export type Papers = {
  /** What was added to each paper so far. */
  readonly facts: (
    signedIn: SignedIn,
    seminarId: string,
  ) => Promise<readonly (readonly [PaperKind, PaperFacts])[]>;
  readonly save: (signedIn: SignedIn, form: unknown) => Promise<Outcome<{ kind: string }>>;
  /** A PDF; undefined when there is no such seminar or speaker, or when the officer does not organise it. */
  readonly make: (
    signedIn: SignedIn,
    what: { readonly seminarId: string; readonly kind: PaperKind; readonly speakerId?: string },
  ) => Promise<Uint8Array | undefined>;
};

export function createPapers(ground: Ground, network: Network, figures: SeminarFigures): Papers {
  const parts = { ground, network, figures };
  return {
    facts: (signedIn, id) =>
      actingAs(ground.databases.officer, signedIn.actor, async (trx) => [...(await selectPapers(trx, id))]),
    save: (signedIn, form) => savePaper(ground, signedIn, form),
    make: async (signedIn, what) => (isId(what.seminarId) ? makePaper(parts, signedIn, what) : undefined),
  };
}
