/** Lets a mail, or background work, that was given up begin anew. Asking twice asks once. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { runFailedJobAgain } from '#platform/jobs/index.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { tryMailAgain } from '#platform/mail/index.ts';

export type SettingsOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'forbidden' | 'not-found' };

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function startAgain(
  ground: Ground,
  signedIn: SignedIn,
  root: Centre | undefined,
  { what, id }: { readonly what: 'mail' | 'work'; readonly id: string },
): Promise<SettingsOutcome> {
  if (!isUuid(id)) return { ok: false, code: 'not-found' };
  if (!root) return { ok: false, code: 'forbidden' };
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const now = ground.now();
    const kind =
      what === 'mail'
        ? (await tryMailAgain(trx, id, now)) && 'platform.send-mail'
        : await runFailedJobAgain(trx, id, signedIn.person.id, now);
    if (!kind) return { ok: false, code: 'not-found' };
    if (what === 'mail') await ground.jobs.enqueue(trx, kind, {}, { singletonKey: 'due' });
    await recordAct(trx, {
      act: what === 'mail' ? 'settings.mail-tried-again' : 'settings.work-run-again',
      object: what,
      id,
      unit: root.code,
      role: 'administrator',
      at: now.toISOString(),
      facts: { kind },
    });
    return { ok: true };
  });
}
