/** Tells somebody outside the circle that a case has been restricted: nobody possesses a case alone and unknown. */
import { raiseNotice, restrictionNotices } from '#features/knowledge/index.ts';
import type { Colleague, Role } from '#features/network/index.ts';
import type { Work } from './work.ts';

/**
 * Raises the notice in the act's own transaction; `readers` are the persons named. Of ethics nobody above is told: whoever
 * asked this centre in confidence did not ask the tier above, which counts such matters and sees none (decision 43).
 */
export async function tellAbove(work: Work, readers: readonly string[]): Promise<void> {
  if (work.found.matter !== 'corruption') return;
  const { trx, network, now, found, personId } = work;
  const centres = await network.listCentres(now);
  const centre = centres.find(({ id }) => id === found.unit_id)!;
  const above = centres.find(({ code }) => code === centre.parentCode);
  const [person] = await network.findPeople(trx, [personId]);
  const told = above
    ? { toldUnit: above.id, toldRoles: headAndOverseer }
    : {
        toldUnit: centre.id,
        toldRoles: toldAtTheTop(await network.listColleagues(trx, centre.id), readers, personId),
      };
  const { id, number } = found;
  const notices = restrictionNotices({ id, number, centre, restrictedBy: person!, at: now, ...told });
  for (const notice of notices) await raiseNotice(trx, notice);
}

const headAndOverseer: readonly Role[] = ['head', 'overseer'];

/**
 * Nothing stands above the ministry. Its head is told when she reads the case anyway; a head left out may be the one
 * accused, and a head who restricted it knows: then it is for those who oversee and audit.
 */
export function toldAtTheTop(
  colleagues: readonly Pick<Colleague, 'id' | 'roles'>[],
  readers: readonly string[],
  actor: string,
): readonly Role[] {
  const heads = colleagues.filter(({ roles }) => roles.includes('head')).map(({ id }) => id);
  const headsRead = heads.length > 0 && heads.every((id) => readers.includes(id));
  return headsRead && !heads.includes(actor) ? ['head'] : ['overseer', 'auditor'];
}
