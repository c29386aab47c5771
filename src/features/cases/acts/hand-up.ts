/** Gives a case to the centre above, because this centre should not judge it; this centre then sees it no more. */
import { handUpRow } from '../act.queries.ts';
import type { ActOf } from '../act-input.ts';
import { selectKeys, selectPendingClosing } from '../case.queries.ts';
import { isEnded, type Stage } from '../case.ts';
import { centreHolder, giveGrants } from './grants.ts';
import { type Done, refuse, refuseOldView, type Work } from './work.ts';

/** Refusals: `changed`, `ended`, `already-proposed`, `no-tier-above`, `no-key-above`, `wrong-grants`. */
export async function handUp(work: Work, act: ActOf<'hand-up'>): Promise<Done> {
  refuseOldView(work, act.revision);
  const { trx, found, network } = work;
  if (isEnded(found.stage as Stage)) refuse('ended');
  if (await selectPendingClosing(trx, found.id)) refuse('already-proposed');
  const above = await network.tierAbove(work.appointment.unitCode);
  if (!above) refuse('no-tier-above');
  const key = above.sealFor;
  if (!key || key.isOther) refuse('no-key-above');
  const keys = (await selectKeys(trx, found.id)).map(({ kind, version }) => ({
    kind: kind as 'dialogue' | 'internal',
    version,
  }));
  await giveGrants(work, act.grants, keys, [centreHolder(above.code, key.epoch)]);
  return {
    act: 'case.handed-up',
    facts: { to: above.code },
    change: {},
    last: async () => {
      // The row's revision has counted up by one with the act itself.
      if (!(await handUpRow(trx, found.id, found.revision + 1, above.id))) refuse('changed');
    },
  };
}
