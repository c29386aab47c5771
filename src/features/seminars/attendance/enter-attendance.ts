/** What organisers enter by hand: signatures from paper, corrections with their reason, apologies. Rows are only added. */
import { createHash } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectSeat, selectSeminar, selectSlots } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { insertPaper, selectSeats } from './attendance.queries.ts';
import { done, isUuid, type Outcome, refused, type Session, sessionKey } from './attendance.ts';
import { planSessions } from './attendance-rules.ts';
import { selectRule } from './completion-rule.ts';
import { organised, type Parts, unitCode } from './organised.ts';

export type PaperEntry = {
  /** Of the whole entry. */
  readonly id: string;
  readonly seminarId: string;
  readonly session: string;
  readonly registrationIds: readonly string[];
};

/** One row a signature. Entering the same list again, or somebody who is in already, adds nothing. */
export async function enterPaper(
  parts: Parts,
  signedIn: SignedIn,
  entry: PaperEntry,
): Promise<Outcome<{ entered: number }>> {
  if (!isUuid(entry.id) || !sessionKey.test(entry.session)) return refused('malformed');
  if (entry.registrationIds.length === 0) return refused('nobody-chosen');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, entry.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    const seats = await selectSeats(trx, seminar.id);
    const confirmed = new Set(seats.filter(({ state }) => state === 'confirmed').map(({ id }) => id));
    const wanted = [...new Set(entry.registrationIds)].sort();
    if (!wanted.every((id) => confirmed.has(id))) return refused('not-found');
    const entered = await insertPaper(
      trx,
      seminar,
      wanted.map((registrationId) => ({ id: signatureId(entry.id, registrationId), registrationId })),
      { session: entry.session, typedBy: signedIn.person.id, now: ground.now() },
    );
    if (entered > 0)
      await recordAct(trx, {
        act: 'seminars.paper-entered',
        object: 'seminar',
        id: seminar.id,
        unit: await unitCode(parts, seminar.unitId),
        role,
        at: ground.now().toISOString(),
        facts: { session: entry.session, signatures: entered },
      });
    return done({ entered });
  });
}

/** The identifier of one signature: made from entry and seat, so that a form sent twice makes the same. */
function signatureId(entryId: string, registrationId: string): string {
  const hex = createHash('sha256').update(`${entryId} ${registrationId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export type NewCorrection = {
  readonly id: string;
  readonly seminarId: string;
  readonly registrationId: string;
  readonly session: string;
  readonly present: boolean;
  readonly reason: string;
};

/** Safe to repeat with the same id. */
export async function correctAttendance(
  parts: Parts,
  signedIn: SignedIn,
  correction: NewCorrection,
): Promise<Outcome<{ id: string }>> {
  if (![correction.id, correction.registrationId].every(isUuid) || !sessionKey.test(correction.session))
    return refused('malformed');
  const reason = correction.reason.trim();
  if (reason.length < 3 || reason.length > 500) return refused('reason-missing');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, correction.seminarId);
    if (!allowed.ok) return allowed;
    const { seminar, role } = allowed;
    const seat = await selectSeat(trx, correction.registrationId);
    if (seat?.seminarId !== seminar.id) return refused('not-found');
    const { numInsertedOrUpdatedRows: made } = await trx
      .insertInto('seminars.attendance_correction')
      .values({
        id: correction.id,
        ...of(seminar, correction),
        present: correction.present,
        reason,
        made_by: signedIn.person.id,
        made_at: ground.now(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (made)
      await recordAct(trx, {
        act: 'seminars.attendance-corrected',
        object: 'registration',
        id: seat.id,
        unit: await unitCode(parts, seminar.unitId),
        role,
        at: ground.now().toISOString(),
        facts: { session: correction.session, present: correction.present },
      });
    return done({ id: correction.id });
  });
}

export type NewApology = {
  readonly id: string;
  readonly registrationId: string;
  readonly session: string;
  readonly reason: string;
};

const isApology = ({ id, registrationId, session }: NewApology) =>
  isUuid(id) && isUuid(registrationId) && sessionKey.test(session);

/** An organiser enters what she was told. Safe to repeat with the same id. */
export async function enterApology(
  parts: Parts,
  signedIn: SignedIn,
  apology: NewApology & { readonly seminarId: string },
): Promise<Outcome<{ id: string }>> {
  if (!isApology(apology)) return refused('malformed');
  const { ground } = parts;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const allowed = await organised(trx, signedIn, apology.seminarId);
    if (!allowed.ok) return allowed;
    const seat = await selectSeat(trx, apology.registrationId);
    if (seat?.seminarId !== allowed.seminar.id) return refused('not-found');
    return insertApology(trx, allowed.seminar, apology, { by: signedIn.person.id, now: ground.now() });
  });
}

/** By the participant's own link, until the session begins. Safe to repeat with the same id. */
export async function apologise(
  { ground }: Parts,
  registrationId: string,
  apology: Omit<NewApology, 'registrationId'>,
): Promise<Outcome<{ id: string }>> {
  if (!isApology({ ...apology, registrationId })) return refused('malformed');
  return actingAsSeat(ground.databases.public, registrationId, async (trx) => {
    const seat = await selectSeat(trx, registrationId);
    const seminar = seat && (await selectSeminar(trx, seat.seminarId));
    if (!seat || !seminar || seat.state !== 'confirmed') return refused('not-found');
    const session = (await everySession(trx, seminar.id)).find(({ key }) => key === apology.session);
    if (!session) return refused('not-found');
    if (session.startsAt <= ground.now()) return refused('too-late');
    return insertApology(trx, seminar, { ...apology, registrationId }, { now: ground.now() });
  });
}

/** Half-days and parts together: which of them a seminar uses is the organisers' to know. */
export async function everySession(trx: InTransaction, seminarId: string): Promise<readonly Session[]> {
  const slots = await selectSlots(trx, seminarId);
  return [...planSessions(slots, 'half-day'), ...planSessions(slots, 'slot')];
}

/** Sessions as the seminar takes presence. */
export async function plannedSessions(trx: InTransaction, seminar: Seminar): Promise<readonly Session[]> {
  return planSessions(await selectSlots(trx, seminar.id), (await selectRule(trx, seminar)).by);
}

async function insertApology(
  trx: InTransaction,
  seminar: Pick<Seminar, 'id' | 'unitId'>,
  apology: NewApology,
  { by, now }: { readonly by?: string; readonly now: Date },
): Promise<Outcome<{ id: string }>> {
  const reason = apology.reason.trim().slice(0, 500);
  if (!reason) return refused('reason-missing');
  await trx
    .insertInto('seminars.apology')
    .values({
      id: apology.id,
      ...of(seminar, apology),
      reason,
      made_by: by ?? null,
      made_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return done({ id: apology.id });
}

const of = (
  seminar: Pick<Seminar, 'id' | 'unitId'>,
  { registrationId, session }: { readonly registrationId: string; readonly session: string },
) => ({ seminar_id: seminar.id, host_unit_id: seminar.unitId, registration_id: registrationId, session });
