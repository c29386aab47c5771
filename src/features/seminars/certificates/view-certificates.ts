/** The organisers' page of certificates: who may get one, what was issued, how far an order is. */
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { isUuid } from '../attendance/attendance.ts';
import { percentOf } from '../attendance/attendance-rules.ts';
import { type CompletionRule, selectRule } from '../attendance/completion-rule.ts';
import { organised } from '../attendance/organised.ts';
import { centreName } from '../attendance/view-attendance.ts';
import { seminarRole } from '../seminar.policies.ts';
import type { Seminar } from '../seminar.ts';
import {
  type Batch,
  type CertificateRow,
  selectBatches,
  selectCertificate,
  selectCertificates,
} from './certificate.queries.ts';
import { type Completion, completions } from './certificate.ts';
import { certificateAddress } from './credential.ts';
import type { CertificateParts } from './index.ts';
import { selectAttendees, selectSpeakers } from './recipients.ts';

export type CertificateLine = Pick<CertificateRow, 'id' | 'kind' | 'issuedAt' | 'revokedAt'> & {
  readonly number: string;
  readonly holder: string;
};

export type CertificatesView = {
  readonly seminar: Seminar;
  readonly rule: CompletionRule;
  readonly hasTest: boolean;
  readonly isOver: boolean;
  /** The head of the organising centre; organisers prepare, she orders. */
  readonly mayOrder: boolean;
  readonly counts: Readonly<Record<Completion, number>>;
  /** Completed, without a certificate that stands. */
  readonly toIssue: number;
  readonly attendees: readonly {
    readonly id: string;
    readonly name: string;
    readonly centre: string;
    readonly attended: number;
    readonly planned: number;
    readonly percent: number;
    readonly testPercent: number | undefined;
    readonly completion: Completion;
  }[];
  /** Without a certificate that stands; of organisers not the reader, who gives herself none. */
  readonly speakers: readonly { readonly id: string; readonly name: string; readonly line: string }[];
  readonly organisers: readonly { readonly id: string; readonly name: string; readonly line: string }[];
  readonly batches: readonly Batch[];
  readonly issued: readonly CertificateLine[];
  readonly signer: { readonly name: string; readonly position: string };
};

/** Undefined for whoever does not organise the seminar. */
export async function viewCertificates(
  { ground, network, testResults }: CertificateParts,
  signedIn: SignedIn,
  seminarId: string,
  locale: Locale,
): Promise<CertificatesView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, seminarId);
    if (!allowed.ok) return undefined;
    const { seminar } = allowed;
    const rule = await selectRule(trx, seminar);
    const { attendees, hasTest } = await selectAttendees(trx, seminar, rule, testResults);
    const all = await selectCertificates(trx, seminar.id);
    const standing = all.filter(({ revokedAt }) => !revokedAt);
    const colleagues = await network.listColleagues(trx, seminar.unitId);
    const head = colleagues.find(({ roles }) => roles.includes('head'));
    const names = new Map(centres.map((centre) => [centre.id, centreName(centre, locale)]));
    const has = (key: 'registrationId' | 'speakerId', id: string) => standing.some((one) => one[key] === id);
    return {
      seminar,
      rule,
      hasTest,
      isOver: isOver(seminar, now),
      mayOrder: seminarRole('certify', signedIn.appointments, seminar.unitId) !== undefined,
      counts: Object.fromEntries(
        completions.map((one) => [one, attendees.filter(({ completion }) => completion === one).length]),
      ) as Record<Completion, number>,
      toIssue: attendees.filter(
        ({ id, completion }) => completion === 'complete' && !has('registrationId', id),
      ).length,
      attendees: attendees.map((person) => ({
        id: person.id,
        name: person.name,
        centre: names.get(person.unitId) ?? '',
        ...person.share,
        percent: percentOf(person.share),
        testPercent: person.testPercent,
        completion: person.completion,
      })),
      speakers: (await selectSpeakers(trx, seminar.id)).filter(({ id }) => !has('speakerId', id)),
      organisers: colleagues
        .filter(({ id }) => id !== signedIn.person.id)
        .filter(({ id }) => !standing.some((one) => one.kind === 'organiser' && one.personId === id))
        .map(({ id, nameTh, positionTh }) => ({ id, name: nameTh, line: positionTh ?? '' })),
      batches: await selectBatches(trx, seminar.id),
      issued: all.map(({ id, kind, issuedAt, revokedAt, snapshot }) => ({
        id,
        kind,
        issuedAt,
        revokedAt,
        number: snapshot.number,
        holder: snapshot.holder,
      })),
      signer: { name: head?.nameTh ?? '', position: head?.positionTh ?? '' },
    };
  });
}

/** From its last day on. */
const isOver = ({ state, endsOn }: Seminar, now: Date) =>
  (state === 'published' || state === 'closed') && civilDate(now) >= endsOn;

export type OneCertificate = {
  readonly seminar: Seminar;
  readonly certificate: CertificateRow;
  readonly address: string;
  readonly mayRevoke: boolean;
};

/** One of a seminar that the officer organises. */
export async function viewCertificate(
  { ground }: CertificateParts,
  signedIn: SignedIn,
  id: string,
): Promise<OneCertificate | undefined> {
  if (!isUuid(id)) return undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const certificate = await selectCertificate(trx, id);
    if (!certificate) return undefined;
    const allowed = await organised(trx, signedIn, certificate.seminarId);
    if (!allowed.ok) return undefined;
    return {
      seminar: allowed.seminar,
      certificate,
      address: certificateAddress(ground.publicUrl, certificate.code),
      mayRevoke: seminarRole('approve', signedIn.appointments, allowed.seminar.unitId) !== undefined,
    };
  });
}
