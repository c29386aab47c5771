/** A seminar as an officer may see it, and what she may do with it. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar, selectSlots } from '../seminar.queries.ts';
import type { SeminarState } from '../seminar.ts';
import { selectCopyable } from './copy-seminar.ts';
import { selectProject, selectSteps } from './project.queries.ts';
import type { OpenedSeminar, Rights, SeminarOverview } from './project.ts';
import { isInDraft, missingItems, openSteps } from './project-rules.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

export const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const rightsIn = (signedIn: SignedIn, unitId: number): Rights => ({
  organise: seminarRole('organise', signedIn.appointments, unitId) !== undefined,
  approve: seminarRole('approve', signedIn.appointments, unitId) !== undefined,
});

/** Undefined when there is none, or none for her. Every page of a seminar begins with it. */
export async function openSeminar(
  { ground, network }: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<OpenedSeminar | undefined> {
  if (!isId(id)) return undefined;
  const seminar = await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectSeminar(trx, id));
  if (!seminar) return undefined;
  const centre = (await network.listCentres(ground.now())).find((each) => each.id === seminar.unitId);
  return {
    seminar,
    unitNameTh: centre?.nameTh ?? '',
    unitNameEn: centre?.nameEn ?? '',
    may: rightsIn(signedIn, seminar.unitId),
  };
}

export async function overviewOf(
  parts: Parts,
  signedIn: SignedIn,
  id: string,
): Promise<SeminarOverview | undefined> {
  const opened = await openSeminar(parts, signedIn, id);
  if (!opened) return undefined;
  const { seminar, may } = opened;
  const today = civilDate(parts.ground.now());
  return actingAs(parts.ground.databases.officer, signedIn.actor, async (trx) => {
    const project = await selectProject(trx, id);
    const steps = await selectSteps(trx, id);
    const slots = await selectSlots(trx, id);
    const people = await parts.network.findPeople(trx, [...new Set(steps.map((step) => step.made_by))]);
    const isOutside = (at: Date) => {
      const day = civilDate(at);
      return day < seminar.startsOn || day > seminar.endsOn;
    };
    return {
      ...opened,
      // Closing is offered once it is over.
      open: openSteps(seminar.state, may).filter((name) => name !== 'close' || today >= seminar.endsOn),
      missing: may.organise && isInDraft(seminar.state) ? missingItems(project) : [],
      taken: steps.map((step) => {
        const person = people.find((each) => each.id === step.made_by);
        return {
          id: step.id,
          to: step.to_state as SeminarState,
          reason: step.reason ?? undefined,
          byTh: person?.nameTh ?? '',
          byEn: person?.nameEn,
          at: step.made_at,
        };
      }),
      copyable: may.organise ? await selectCopyable(trx, seminar) : undefined,
      parts: slots.length,
      partsOutside: slots.filter(({ startsAt }) => isOutside(startsAt)).length,
    };
  });
}
