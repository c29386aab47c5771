/** Citizen numbers for finance: under the installation's account key, bound to the registration, opened for organisers only. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectSeminar } from '../../seminar.queries.ts';
import { done, refused, type SeatOutcome } from '../seat-outcome.ts';

/** Separates these from what else the account key seals. */
const boundTo = (registrationId: string) => Buffer.from(`citizen-number ${registrationId}`);

export function sealCitizenNumber(number: string, accountKey: Buffer, registrationId: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', accountKey, nonce).setAAD(boundTo(registrationId));
  return Buffer.concat([nonce, cipher.update(number, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the bytes were changed or belong to another registration. */
export function openCitizenNumber(sealed: Buffer, accountKey: Buffer, registrationId: string): string {
  const decipher = createDecipheriv('aes-256-gcm', accountKey, sealed.subarray(0, 12))
    .setAAD(boundTo(registrationId))
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
}

export type CitizenNumber = { readonly registrationId: string; readonly number: string };

/** For the claim of finance; each reading is an act in the ledger. The table lets only an organiser of the centre read. */
export async function readCitizenNumbers(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SeatOutcome<readonly CitizenNumber[]>> {
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    const held = signedIn.appointments.find(
      ({ unitId, role }) => unitId === seminar.unitId && role === 'organiser',
    );
    if (!held) return refused('forbidden');
    const rows = await trx
      .selectFrom('seminars.citizen_number')
      .select(['registration_id', 'sealed'])
      .where('seminar_id', '=', seminarId)
      .execute();
    await recordAct(trx, {
      act: 'seminars.citizen-numbers-read',
      object: 'seminar',
      id: seminarId,
      unit: held.unitCode,
      role: held.role,
      at: now.toISOString(),
      facts: { numbers: rows.length },
    });
    return done(
      rows.map((row) => ({
        registrationId: row.registration_id,
        number: openCitizenNumber(row.sealed, ground.secrets.accountKey, row.registration_id),
      })),
    );
  });
}
