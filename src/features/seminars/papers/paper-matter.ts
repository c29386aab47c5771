/** All that papers of a seminar are filled from, read once. */
import type { Centre, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import type { Budget } from '../money/money.ts';
import { readBudget } from '../money/read-budget.ts';
import { selectProgramme } from '../programme/programme.queries.ts';
import type { Programme } from '../programme/programme.ts';
import { selectProject } from '../projects/project.queries.ts';
import type { Project } from '../projects/project.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { factsOf, selectConfirmed, selectPapers, selectQuotas } from './paper.queries.ts';
import type { PaperFacts, PaperKind } from './paper.ts';
import type { ConfirmedSeat } from './seminar-figures.ts';

export type Matter = {
  readonly seminar: Seminar;
  readonly centre: Centre;
  readonly centres: readonly Centre[];
  readonly project: Project | undefined;
  readonly budget: Budget;
  readonly programme: Programme;
  readonly quotas: readonly { readonly unitId: number; readonly seats: number }[];
  readonly confirmed: readonly ConfirmedSeat[];
  readonly facts: PaperFacts;
  /** Of the paper: as the registry dated it, or today. */
  readonly date: string;
  readonly now: Date;
};

/** Undefined when there is no such seminar, or when she does not organise it. */
export async function readMatter(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  seminarId: string,
  kind: PaperKind,
): Promise<Matter | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    const centre = centres.find(({ id }) => id === seminar?.unitId);
    if (!seminar || !centre) return undefined;
    if (!seminarRole('organise', signedIn.appointments, seminar.unitId)) return undefined;
    const facts = factsOf(await selectPapers(trx, seminarId), kind);
    return {
      seminar,
      centre,
      centres,
      project: await selectProject(trx, seminarId),
      budget: await readBudget(trx, seminar),
      programme: await selectProgramme(trx, seminarId),
      quotas: await selectQuotas(trx, seminarId),
      confirmed: await selectConfirmed(trx, seminarId),
      facts,
      date: facts.dated ?? civilDate(now),
      now,
    };
  });
}
