/** Telephones at the door: an organiser lets one in by a link that serves once, sees when it was last heard of, shuts it out. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, isUuid, type Outcome, refused } from './attendance.ts';
import { deviceLink } from './device-link.ts';
import { organised, type Parts, unitCode } from './organised.ts';

/** How long a link waits for its telephone. */
export const linkHours = 24;

export type Device = {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'link-over' | 'in' | 'revoked';
  readonly lastSeenAt: Date | undefined;
  /** While its link serves. */
  readonly link: string | undefined;
};

/** Safe to repeat with the same id. */
export async function makeDevice(
  parts: Parts,
  signedIn: SignedIn,
  { id, seminarId, name }: { readonly id: string; readonly seminarId: string; readonly name: string },
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(id)) return refused('malformed');
  const called = name.trim().slice(0, 80);
  if (!called) return refused('name-missing');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return allowed;
    const now = ground.now();
    const { numInsertedOrUpdatedRows: made } = await trx
      .insertInto('seminars.scan_device')
      .values({
        id,
        seminar_id: seminarId,
        host_unit_id: allowed.seminar.unitId,
        name: called,
        made_by: signedIn.person.id,
        made_at: now,
        link_ends_at: new Date(now.getTime() + linkHours * 3_600_000),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (made) await record(parts, trx, 'seminars.device-made', id, allowed);
    return done({ id });
  });
}

/** Once; shutting out again changes nothing. Safe to repeat. */
export async function revokeDevice(
  parts: Parts,
  signedIn: SignedIn,
  { id, seminarId }: { readonly id: string; readonly seminarId: string },
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(id)) return refused('malformed');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return allowed;
    const known = await trx
      .selectFrom('seminars.scan_device')
      .select('id')
      .where('id', '=', id)
      .where('seminar_id', '=', seminarId)
      .executeTakeFirst();
    if (!known) return refused('not-found');
    const { numUpdatedRows } = await trx
      .updateTable('seminars.scan_device')
      .set({ revoked_at: ground.now(), revoked_by: signedIn.person.id })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows) await record(parts, trx, 'seminars.device-revoked', id, allowed);
    return done({ id });
  });
}

type Allowed = { readonly seminar: { readonly unitId: number; readonly id: string }; readonly role: string };

async function record(
  parts: Parts,
  trx: InTransaction,
  act: string,
  id: string,
  { seminar, role }: Allowed,
): Promise<void> {
  await recordAct(trx, {
    act,
    object: 'scan-device',
    id,
    unit: await unitCode(parts, seminar.unitId),
    role,
    at: parts.ground.now().toISOString(),
    facts: { seminar: seminar.id },
  });
}

/** Those of a seminar, latest first. Links are shown to organisers only, and only while they serve. */
export async function listDevices(
  { ground }: Parts,
  trx: InTransaction,
  seminarId: string,
): Promise<readonly Device[]> {
  const rows = await trx
    .selectFrom('seminars.scan_device')
    .select(['id', 'name', 'link_ends_at', 'enrolled_at', 'last_seen_at', 'revoked_at'])
    .where('seminar_id', '=', seminarId)
    .orderBy('made_at', 'desc')
    .execute();
  const now = ground.now();
  return rows.map((row) => {
    const waits = !row.revoked_at && !row.enrolled_at;
    const serves = waits && row.link_ends_at > now;
    return {
      id: row.id,
      name: row.name,
      state: row.revoked_at ? 'revoked' : row.enrolled_at ? 'in' : serves ? 'waiting' : 'link-over',
      lastSeenAt: row.last_seen_at ?? undefined,
      link: serves ? deviceLink(ground.publicUrl.origin, ground.secrets.tokenKey, row.id) : undefined,
    };
  });
}
