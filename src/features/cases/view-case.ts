/** One case as an officer may see it: its life to whoever sees the row, its sealed matter to those who work on it. */
import { randomUUID } from 'node:crypto';
import type { Appointment, Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { insertEvent } from './act.queries.ts';
import { allowedActs, appointmentFor } from './case.policies.ts';
import {
  type CaseRow,
  hasReadSince,
  mayHandle,
  selectAccess,
  selectByNumber,
  selectCase,
  selectClocks,
  selectEthicsCases,
  selectEvents,
  selectGrants,
  selectKeys,
  selectMessages,
  selectPendingClosing,
  selectReporterKeys,
} from './case.queries.ts';
import {
  type Awaiting,
  type Channel,
  hasReporter,
  type IdentityMode,
  type Matter,
  type MessageKind,
  type Restriction,
  type Stage,
} from './case.ts';
import type { CaseHeader, CaseMatter, CaseView, SealedCaseMessage } from './case-view.ts';
import { selectAttachmentsOf } from './file.queries.ts';
import { presentGrant } from './list-work.ts';
import { type Outcome, selectOutcomes, selectTopics, type Topic } from './reference.queries.ts';

/** Where a case stands: known to whoever sees that it is there. Reads nothing of its matter. */
export type CaseStanding = {
  readonly id: string;
  readonly number: string;
  readonly unitId: number;
  readonly matter: Matter;
  readonly restriction: Restriction;
  readonly stage: Stage;
  readonly topic: string;
  readonly receivedAt: Date;
};

const standingOf = (row: CaseRow): CaseStanding => ({
  id: row.id,
  number: row.number,
  unitId: row.unit_id,
  matter: matterOf(row),
  restriction: row.restriction as Restriction,
  stage: row.stage as Stage,
  topic: row.topic,
  receivedAt: row.received_at,
});

export async function findStanding(
  trx: InTransaction,
  by: { readonly id: string } | { readonly number: string; readonly unitId: number },
): Promise<CaseStanding | undefined> {
  const id = 'id' in by ? by.id : (await selectByNumber(trx, by.unitId, by.number))?.id;
  const row = id === undefined ? undefined : await selectCase(trx, id);
  return row && standingOf(row);
}

/** Ethics matters that the acting person works on, the newest first. */
export async function listEthicsMatters(trx: InTransaction): Promise<readonly CaseStanding[]> {
  return (await selectEthicsCases(trx)).map(standingOf);
}

/** The case, or undefined when it does not exist for this officer. Reading its matter is noted once an hour. */
export async function viewCase(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  id: string,
): Promise<CaseView | undefined> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const row = await selectCase(trx, id);
    if (!row) return undefined;
    const handles = await mayHandle(trx, id);
    const reader = handles
      ? appointmentFor('read', signedIn.appointments, row.unit_id, matterOf(row))
      : undefined;
    if (reader) await noteReading(trx, row, signedIn.person.id, reader, 'case.opened', now);
    const unit = centres.find((centre) => centre.id === row.unit_id)!;
    const codes = new Map(centres.map((centre) => [centre.id, centre.code]));
    const day = civilDate(now);
    const outcomes = await selectOutcomes(trx, day);
    const events = await selectEvents(trx, id);
    const matter = reader && (await readMatter());
    const persons = new Set([
      ...events.flatMap((event) => event.person_id ?? []),
      ...(matter?.messages.flatMap((message) => message.personId ?? []) ?? []),
      ...(row.assigned_to ? [row.assigned_to] : []),
      ...(matter?.named ?? []),
    ]);
    return {
      today: day,
      header: presentHeader(row, unit, await selectTopics(trx, day), outcomes),
      clocks: (await selectClocks(trx, id)).map((clock) => ({
        code: clock.code,
        nameTh: clock.name_th,
        nameEn: clock.name_en,
        basisTh: clock.basis_th,
        basisEn: clock.basis_en,
        unconfirmed: clock.status === 'unconfirmed',
        startedOn: clock.started_on,
        dueOn: clock.due_on,
        metOn: clock.met_on ?? undefined,
      })),
      events: events.map((event) => ({
        id: event.id,
        act: event.act,
        at: event.at.toISOString(),
        personId: event.person_id ?? undefined,
        role: event.role ?? undefined,
        acting: event.acting_for !== null,
        from: event.from_stage ?? undefined,
        to: event.to_stage ?? undefined,
        facts: event.facts as { [key: string]: unknown },
      })),
      people: await network.findPeople(trx, [...persons]),
      may: (handles ? allowedActs(signedIn.appointments, row.unit_id, matterOf(row)) : []).filter(
        (act) => act !== 'reply' || hasReporter(row.channel as Channel),
      ),
      self: signedIn.person.id,
      matter,
    };

    async function readMatter(): Promise<CaseMatter> {
      const keys = await selectKeys(trx, id);
      const recipients = new Map(keys.map((key) => [`${key.kind}/${key.version}`, key.recipient]));
      const reporter = await selectReporterKeys(trx, id);
      const closing = await selectPendingClosing(trx, id);
      const above = centres.find((centre) => centre.code === unit.parentCode);
      const own = unit.sealFor && !unit.sealFor.isOther ? unit.sealFor : undefined;
      return {
        keys: keys.map((key) => ({ ...key, kind: key.kind as MessageKind })),
        grants: (await selectGrants(trx, id, signedIn.person.id)).map((grant) => ({
          ...presentGrant(
            {
              version: grant.version,
              recipient: recipients.get(`${grant.kind}/${grant.version}`)!,
              unitId: grant.unit_id,
              epoch: grant.epoch,
              sealed: grant.sealed,
            },
            codes,
          ),
          kind: grant.kind as MessageKind,
        })),
        messages: (await selectMessages(trx, id)).map((message) => ({
          id: message.id,
          kind: message.kind as MessageKind,
          keyVersion: message.key_version,
          sequence: message.sequence,
          previousHash: message.previous_hash?.toString('hex') ?? null,
          hash: message.hash.toString('hex'),
          author: message.author as SealedCaseMessage['author'],
          personId: message.person_id ?? undefined,
          sentAt: message.sent_at.toISOString(),
          sealed: message.sealed.toString('base64url'),
        })),
        attachments: (await selectAttachmentsOf(trx, id)).map((file) => ({
          id: file.id,
          messageId: file.message_id,
        })),
        reporter: reporter && {
          recipient: reporter.recipient,
          signingKey: reporter.signing_key.toString('base64url'),
        },
        closing: closing && {
          id: closing.id,
          outcome: closing.outcome,
          proposedBy: closing.proposed_by,
          proposedAt: closing.proposed_at.toISOString(),
          reasonsMessage: closing.reasons_message,
        },
        named: row!.restriction === 'named' ? await selectAccess(trx, id) : [],
        colleagues: await network.listColleagues(trx, row!.unit_id),
        outcomes: outcomes.filter(({ matter }) => matter === row!.matter),
        centreKey: own && { unitCode: own.unitCode, epoch: own.epoch, recipient: own.recipient },
        above: above && {
          code: above.code,
          nameTh: above.nameTh,
          nameEn: above.nameEn,
          key:
            above.sealFor && !above.sealFor.isOther
              ? { epoch: above.sealFor.epoch, recipient: above.sealFor.recipient }
              : undefined,
        },
      };
    }
  });
}

const matterOf = (row: Pick<CaseRow, 'matter'>) => row.matter as Matter;

const HOUR_MS = 3_600_000;

/** Notes a reading of sealed matter in the case's life and in the ledger, once a person, object and clock hour. */
export async function noteReading(
  trx: InTransaction,
  row: Pick<CaseRow, 'id'>,
  personId: string,
  appointment: Appointment,
  act: 'case.opened' | 'file.opened',
  now: Date,
  attachment?: string,
): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  if (await hasReadSince(trx, row.id, personId, act, hour, attachment)) return;
  const facts: { [key: string]: string } = attachment ? { attachment } : {};
  const { outboxId } = await recordAct(trx, {
    act,
    object: 'case',
    id: row.id,
    unit: appointment.unitCode,
    role: appointment.role,
    at: now.toISOString(),
    facts,
  });
  await insertEvent(trx, {
    id: randomUUID(),
    case_id: row.id,
    act,
    at: now,
    person_id: personId,
    role: appointment.role,
    acting_for: appointment.actingFor ?? null,
    facts: JSON.stringify(facts),
    ledger_id: outboxId,
  });
}

function presentHeader(
  row: CaseRow,
  unit: { readonly code: string; readonly nameTh: string; readonly nameEn: string },
  topics: readonly Topic[],
  outcomes: readonly Outcome[],
): CaseHeader {
  return {
    id: row.id,
    number: row.number,
    unit: { code: unit.code, nameTh: unit.nameTh, nameEn: unit.nameEn },
    matter: matterOf(row),
    stage: row.stage as Stage,
    restriction: row.restriction as Restriction,
    topic: topics.find((topic) => topic.code === row.topic),
    channel: row.channel as Channel,
    identityMode: row.identity_mode as IdentityMode,
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on === 'infinity' ? undefined : row.due_on,
    assignedTo: row.assigned_to ?? undefined,
    outcome: outcomes.find((outcome) => outcome.code === row.outcome),
    closedAt: row.closed_at?.toISOString(),
    contestedAt: row.contested_at?.toISOString(),
    awaiting: row.awaiting as Awaiting,
    revision: row.revision,
  };
}
