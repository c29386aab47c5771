/** Reminds the centres that have not acknowledged, or not answered in time, through their notices. */
import { raiseNotice } from '#features/knowledge/notices/index.ts';
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { policies, roleFor } from './circular.policies.ts';
import { done, type Outcome, refused } from './circular.ts';
import { circularsText } from './text.ts';
import { viewCircular } from './view-circular.ts';

/** `id` is made by the client: a reminder sent twice is one. */
export async function remind(
  parts: { ground: Ground; network: Network },
  signedIn: SignedIn,
  { id, circularId }: { readonly id: string; readonly circularId: string },
): Promise<Outcome<{ reminded: number }>> {
  const { ground } = parts;
  const view = await viewCircular(parts, signedIn, circularId, 'th');
  if (!view?.readers) return refused('not-found');
  const role = roleFor('issue', signedIn.appointments, view.fromUnitId);
  if (!role) return refused('forbidden');
  const waiting = view.readers.filter(({ state }) => state === 'waiting' || state === 'late');
  if (waiting.length === 0) return refused('nobody-waiting');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const now = ground.now();
    await raiseNotice(trx, {
      id,
      kind: 'reminder',
      objectId: circularId,
      titleTh: circularsText('th').notice.reminder(view.number, view.subject),
      titleEn: circularsText('en').notice.reminder(view.number, view.subject),
      href: `/office/circulars/${circularId}`,
      units: waiting.map(({ unitId }) => unitId),
      roles: policies.acknowledge,
      raisedBy: signedIn.person.id,
      at: now,
    });
    await recordAct(trx, {
      act: 'circulars.reminded',
      object: 'circular',
      id: circularId,
      unit: signedIn.appointments.find((held) => held.unitId === view.fromUnitId)!.unitCode,
      role,
      at: now.toISOString(),
      facts: { centres: waiting.length },
    });
    return done({ reminded: waiting.length });
  });
}
