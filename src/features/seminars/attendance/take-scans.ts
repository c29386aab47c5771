/**
 * Takes over what a device scanned, perhaps hours ago and without network. Nothing is lost and nothing counts twice: each
 * scan carries an identifier of the device, and of all devices the first presence of a person in a session is the one.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { actingAsDevice } from './acting-device.ts';
import { sessionKey, type Verdict, verdicts } from './attendance.ts';
import { doorState, judge } from './attendance-rules.ts';
import { doorPeople, type KnownDevice } from './device-door.ts';
import { type Parts, unitCode } from './organised.ts';
import { isGenuine, readTicket } from './ticket.ts';
import { ticketKey } from './ticket-key.ts';

/** A device sends more in several goes. */
export const scansAtOnce = 200;

const scan = z
  .object({
    id: z.uuid(),
    session: z.string().regex(sessionKey),
    source: z.enum(['qr', 'manual']),
    ticket: z.string().max(400).optional(),
    registration: z.uuid().optional(),
    verdict: z.enum(verdicts),
    at: z.iso.datetime(),
  })
  .refine(({ source, ticket, registration }) => (source === 'qr' ? ticket : registration) !== undefined);

export const scanUpload = z.object({ scans: z.array(scan).min(1).max(scansAtOnce) });
type Scan = z.infer<typeof scan>;
export type Taken = { readonly id: string; readonly verdict: Verdict };

type Judged = Scan & { readonly registrationId: string | null; readonly found: Verdict };

export async function takeScans(
  parts: Parts,
  device: KnownDevice,
  scans: readonly Scan[],
): Promise<readonly Taken[]> {
  const { publicKey } = await ticketKey(parts.ground);
  // Asked before the transaction: within it, many devices at once would wait for each other's connections.
  const unit = await unitCode(parts, device.hostUnitId);
  return actingAsDevice(parts.ground.databases.public, device.id, async (trx) => {
    const states = new Map((await doorPeople(trx)).map(({ id, state }) => [id, doorState(state)]));
    const judged: Judged[] = [];
    for (const one of scans) {
      const ticket = one.source === 'qr' ? readTicket(one.ticket!) : undefined;
      const named = ticket?.registrationId ?? one.registration;
      const found = judge({
        isGenuine: one.source === 'manual' || (ticket !== undefined && (await isGenuine(publicKey, ticket))),
        isOfThisSeminar: !ticket || ticket.seminarId === device.seminarId,
        state: named === undefined ? undefined : states.get(named),
        isIn: false,
      });
      const isKnown = found !== 'forged' && named !== undefined && states.has(named);
      judged.push({ ...one, found, registrationId: isKnown ? named : null });
    }
    // In one order for all devices, so that two that send at once wait for each other instead of going in a circle.
    judged.sort(byPersonAndSession);
    const fresh = new Set(await add(parts, trx, device, judged));
    const rest = judged.filter(({ id, found }) => found === 'ok' && !fresh.has(id));
    const late = await add(
      parts,
      trx,
      device,
      rest.map((one) => ({ ...one, found: 'duplicate' as const })),
    );
    const count = fresh.size + late.length;
    if (count > 0) {
      const accepted = judged.filter(({ id, found }) => found === 'ok' && fresh.has(id)).length;
      await recordAct(trx, {
        act: 'seminars.scans-received',
        object: 'scan-device',
        id: device.id,
        unit,
        at: parts.ground.now().toISOString(),
        facts: { seminar: device.seminarId, scans: count, accepted },
      });
    }
    return readBack(
      trx,
      scans.map(({ id }) => id),
    );
  });
}

const byPersonAndSession = (a: Judged, b: Judged) =>
  compare(a.registrationId ?? '', b.registrationId ?? '') ||
  compare(a.session, b.session) ||
  compare(a.at, b.at);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Identifiers of those that were new: one sent before, or a presence that another device was first with, adds nothing. */
async function add(
  { ground }: Parts,
  trx: InTransaction,
  device: KnownDevice,
  scans: readonly Judged[],
): Promise<readonly string[]> {
  if (scans.length === 0) return [];
  const rows = await trx
    .insertInto('seminars.scan')
    .values(
      scans.map((one) => ({
        id: one.id,
        seminar_id: device.seminarId,
        host_unit_id: device.hostUnitId,
        registration_id: one.registrationId,
        session: one.session,
        source: one.source,
        device_id: device.id,
        device_verdict: one.verdict,
        server_verdict: one.found,
        device_at: new Date(one.at),
        received_at: ground.now(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What stands of each scan now, whether it came just now or before. */
async function readBack(trx: InTransaction, ids: readonly string[]): Promise<readonly Taken[]> {
  const rows = await trx
    .selectFrom('seminars.scan')
    .select(['id', 'server_verdict'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute();
  return rows.map((row) => ({ id: row.id, verdict: row.server_verdict as Verdict }));
}
