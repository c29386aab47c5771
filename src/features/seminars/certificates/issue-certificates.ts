/**
 * Works an order off in the background: numbers, signs and records each certificate, then draws all of them as one PDF
 * for printing. Twenty-five commit at a time, so that a crash loses nothing and the page shows how far it is; done again,
 * it goes on where it stopped.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Centre } from '#features/network/index.ts';
import { asCivilDate, partsOf } from '#platform/calendar/civil-date.ts';
import { buddhistYear } from '#platform/calendar/formatting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { renderCertificates } from '#platform/documents/index.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { canonicalJson } from '#platform/sealing/canonical-json.ts';
import { selectRule } from '../attendance/completion-rule.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import {
  type Batch,
  holdCounter,
  nextStatusIndex,
  selectBatch,
  selectCertificates,
  selectOfBatch,
  setCounter,
} from './certificate.queries.ts';
import type { Snapshot } from './certificate.ts';
import { codeFrom, numberOf } from './certificate-rules.ts';
import { makeCredential } from './credential.ts';
import { credentialKey } from './credential-key.ts';
import type { CertificateParts } from './index.ts';
import { paperOf } from './paper.ts';
import { selectAttendees, selectSpeakers } from './recipients.ts';
import { certificatesText } from './text.ts';

const atOnce = 25;
/** Far more than a thousand pages need. */
const largestFile = 256 * 1024 * 1024;

type Recipient = {
  readonly registrationId?: string;
  readonly speakerId?: string;
  readonly personId?: string | undefined;
  readonly holder: string;
  readonly holderLine: string;
  readonly hours: number | null;
};

export async function issueBatch(parts: CertificateParts, batchId: string): Promise<void> {
  const db = parts.ground.databases.worker;
  const signer = await credentialKey(parts.ground);
  await db
    .insertInto('seminars.credential_key')
    .values({
      key_id: signer.id,
      public_key: Buffer.from(String(signer.jwk.x), 'base64url'),
      used_from: parts.ground.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const opened = await db.transaction().execute(async (trx) => {
    const batch = await selectBatch(trx, batchId);
    const seminar = batch && (await selectSeminar(trx, batch.seminarId));
    if (!batch || !seminar || batch.state === 'done') return undefined;
    const waiting = await recipientsOf(parts, trx, batch, seminar);
    const issued = (await selectOfBatch(trx, batchId)).length;
    await setProgress(trx, batchId, { state: 'running', total: issued + waiting.length, issued });
    return { batch, seminar, waiting };
  });
  if (!opened) return;
  const { batch, seminar, waiting } = opened;
  for (let from = 0; from < waiting.length; from += atOnce) {
    await db.transaction().execute(async (trx) => {
      await issueSome(parts, trx, { batch, seminar, signer }, waiting.slice(from, from + atOnce));
    });
  }
  await printBatch(parts, batchId);
}

/** Those of the order who have no certificate that stands. */
async function recipientsOf(
  { network, ground, testResults }: CertificateParts,
  trx: InTransaction,
  { kind, chosen }: Batch,
  seminar: Seminar,
): Promise<readonly Recipient[]> {
  const standing = (await selectCertificates(trx, seminar.id)).filter(({ revokedAt }) => !revokedAt);
  if (kind === 'attendee') {
    const centres = await network.listCentres(ground.now());
    const rule = await selectRule(trx, seminar);
    const { attendees, hours } = await selectAttendees(trx, seminar, rule, testResults);
    const have = new Set(standing.map(({ registrationId }) => registrationId));
    return attendees
      .filter(({ id, completion }) => completion === 'complete' && !have.has(id))
      .map((person) => ({
        registrationId: person.id,
        personId: person.personId,
        holder: person.name,
        holderLine: [person.positionTh, officeOf(centres.find(({ id }) => id === person.unitId))]
          .filter(Boolean)
          .join(' '),
        hours,
      }));
  }
  if (kind === 'speaker') {
    const have = new Set(standing.map(({ speakerId }) => speakerId));
    return (await selectSpeakers(trx, seminar.id))
      .filter(({ id }) => chosen.includes(id) && !have.has(id))
      .map(({ id, name, line }) => ({ speakerId: id, holder: name, holderLine: line, hours: null }));
  }
  const have = new Set(standing.filter((one) => one.kind === 'organiser').map(({ personId }) => personId));
  return (await network.listColleagues(trx, seminar.unitId))
    .filter(({ id }) => chosen.includes(id) && !have.has(id))
    .map((person) => ({
      personId: person.id,
      holder: person.nameTh,
      holderLine: person.positionTh ?? '',
      hours: null,
    }));
}

/** Papers are in Thai. */
const officeOf = (centre: Centre | undefined): string =>
  centre?.kind === 'province' ? certificatesText('th').province(centre.nameTh) : (centre?.nameTh ?? '');

type Issue = {
  readonly batch: Batch;
  readonly seminar: Seminar;
  readonly signer: Awaited<ReturnType<typeof credentialKey>>;
};

async function issueSome(
  { ground, network }: CertificateParts,
  trx: InTransaction,
  { batch, seminar, signer }: Issue,
  recipients: readonly Recipient[],
): Promise<void> {
  const host = (await network.listCentres(ground.now())).find(({ id }) => id === batch.hostUnitId)!;
  const year = buddhistYear(partsOf(asCivilDate(batch.dated)).year);
  let last = await holdCounter(trx, batch.hostUnitId, year);
  for (const recipient of recipients) {
    const snapshot: Snapshot = {
      kind: batch.kind,
      number: numberOf(host.shortTh ?? host.code, last + 1, year),
      holder: recipient.holder,
      holderLine: recipient.holderLine,
      seminarTh: seminar.titleTh,
      seminarEn: seminar.titleEn ?? '',
      from: seminar.startsOn,
      to: seminar.endsOn,
      hours: recipient.hours,
      placeTh: seminar.venueTh,
      placeEn: seminar.venueEn,
      issuerTh: host.nameTh,
      issuerEn: host.nameEn,
      issuedOn: batch.dated,
      signerName: batch.signerName,
      signerPosition: batch.signerPosition,
    };
    const code = codeFrom(randomBytes(10));
    const statusIndex = await nextStatusIndex(trx);
    const hash = createHash('sha256').update(canonicalJson(snapshot)).digest();
    const at = ground.now();
    const row = await trx
      .insertInto('seminars.certificate')
      .values({
        id: randomUUID(),
        code,
        batch_id: batch.id,
        seminar_id: seminar.id,
        host_unit_id: batch.hostUnitId,
        kind: batch.kind,
        registration_id: recipient.registrationId ?? null,
        speaker_id: recipient.speakerId ?? null,
        person_id: recipient.personId ?? null,
        year,
        number: last + 1,
        snapshot: JSON.stringify(snapshot),
        hash,
        credential: await makeCredential(signer, ground.publicUrl, {
          snapshot,
          code,
          seminarSlug: seminar.slug,
          statusIndex,
          at,
        }),
        status_index: statusIndex,
        issued_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    // Another order was first with this person: the number stays free for the next one.
    if (!row) continue;
    last += 1;
    await recordAct(trx, {
      act: 'seminars.certificate-issued',
      object: 'certificate',
      id: row.id,
      unit: host.code,
      role: batch.askedAs,
      at: at.toISOString(),
      facts: { hash: hash.toString('hex'), kind: batch.kind, seminar: seminar.id },
    });
  }
  await setCounter(trx, batch.hostUnitId, year, last);
  await setProgress(trx, batch.id, { issued: (await selectOfBatch(trx, batch.id)).length });
}

type Progress = Partial<{
  state: Batch['state'];
  total: number;
  issued: number;
  printed: number;
  file_id: string;
  finished_at: Date;
}>;

async function setProgress(
  db: InTransaction | CertificateParts['ground']['databases']['worker'],
  id: string,
  change: Progress,
): Promise<void> {
  await db.updateTable('seminars.certificate_batch').set(change).where('id', '=', id).execute();
}

async function printBatch({ ground }: CertificateParts, batchId: string): Promise<void> {
  const db = ground.databases.worker;
  const certificates = await selectOfBatch(db, batchId);
  const change: Progress = { state: 'done', total: certificates.length, printed: certificates.length };
  if (certificates.length > 0) {
    const bytes = await renderCertificates(
      certificates.map(({ snapshot, code }) => paperOf(snapshot, code, ground.publicUrl)),
      {
        madeAt: ground.now(),
        drawn: (pages) => {
          if (pages % atOnce === 0) void setProgress(db, batchId, { printed: pages }).catch(() => undefined);
        },
      },
    );
    const fileId = randomUUID();
    await ground.files.put(fileId, Readable.from([bytes]), largestFile);
    change.file_id = fileId;
  }
  await setProgress(db, batchId, { ...change, finished_at: ground.now() });
}
