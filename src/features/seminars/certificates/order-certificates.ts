/** The head of the organising centre orders certificates; they are issued in the background, and ordering again issues nothing twice. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { isUuid } from '../attendance/attendance.ts';
import { organised, unitCode } from '../attendance/organised.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectBatch } from './certificate.queries.ts';
import { type CertificateOutcome, certificateKinds, done, refused } from './certificate.ts';
import type { CertificateParts } from './index.ts';
import { selectSpeakers } from './recipients.ts';

export const issueJob = 'seminars.issue-certificates';

export type NewOrder = {
  readonly id: string;
  readonly seminarId: string;
  readonly kind: string;
  /** Speakers or organisers; for attendees the rules choose. */
  readonly chosen: readonly string[];
  readonly dated: string;
  readonly signerName: string;
  readonly signerPosition: string;
};

/** Safe to repeat with the same id. From the last day of the seminar on: before it nobody has completed anything. */
export async function orderCertificates(
  parts: CertificateParts,
  signedIn: SignedIn,
  order: NewOrder,
): Promise<CertificateOutcome<{ id: string }>> {
  const { ground } = parts;
  const kind = certificateKinds.find((one) => one === order.kind);
  const dated = parseCivilDate(order.dated);
  if (!kind || !isUuid(order.id) || !order.chosen.every(isUuid)) return refused('malformed');
  const signerName = order.signerName.trim();
  const signerPosition = order.signerPosition.trim();
  if (signerName.length < 2 || signerPosition.length < 2) return refused('signer-missing');
  if (signerName.length > 200 || signerPosition.length > 300) return refused('malformed');
  if (kind !== 'attendee' && order.chosen.length === 0) return refused('nobody-chosen');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, order.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar } = allowed;
    const role = seminarRole('certify', signedIn.appointments, seminar.unitId);
    if (!role) return refused('head-orders');
    // Organisers are persons, speakers are names: whoever orders gives herself neither.
    if (kind === 'organiser' && order.chosen.includes(signedIn.person.id)) return refused('oneself');
    if (kind === 'speaker' && (await choosesNamesake(trx, signedIn, order))) return refused('oneself');
    if (await selectBatch(trx, order.id)) return done({ id: order.id });
    const today = civilDate(ground.now());
    const isHeld = seminar.state === 'published' || seminar.state === 'closed';
    if (!isHeld || today < seminar.endsOn) return refused('not-over');
    if (!dated || dated < seminar.endsOn) return refused('date-wrong');
    await trx
      .insertInto('seminars.certificate_batch')
      .values({
        id: order.id,
        seminar_id: seminar.id,
        host_unit_id: seminar.unitId,
        kind,
        chosen: kind === 'attendee' ? [] : [...new Set(order.chosen)],
        dated,
        signer_name: signerName,
        signer_position: signerPosition,
        asked_by: signedIn.person.id,
        asked_as: role,
        asked_at: ground.now(),
      })
      .execute();
    await ground.jobs.enqueue(trx, issueJob, { batch: order.id }, { id: order.id, singletonKey: order.id });
    await recordAct(trx, {
      act: 'seminars.certificates-ordered',
      object: 'seminar',
      id: seminar.id,
      unit: await unitCode(parts, seminar.unitId),
      role,
      at: ground.now().toISOString(),
      facts: { kind, batch: order.id },
    });
    return done({ id: order.id });
  });
}

const bare = (name: string) => name.replaceAll(/\s+/g, '').toLowerCase();

/** A speaker under her own name; titles before it may differ, so that the longer of both names ends with the other. */
async function choosesNamesake(trx: InTransaction, { person }: SignedIn, order: NewOrder): Promise<boolean> {
  const own = bare(person.nameTh);
  const speakers = await selectSpeakers(trx, order.seminarId);
  return speakers
    .filter(({ id }) => order.chosen.includes(id))
    .map(({ name }) => bare(name))
    .some((name) => name.endsWith(own) || own.endsWith(name));
}
