/** A centre puts a name forward: one of its officers, or somebody without an account. A head's word is her approval. */
import { z } from 'zod';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { RegistrationState, Seminar } from '../seminar.ts';
import { selectKinds, selectOne } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome, type SeatRefusal } from './seat-outcome.ts';
import { actingIn, isOwn, nominatingUnits } from './seat-people.ts';
import { moveSeat } from './take-step.ts';

const text = (most: number) => z.string().trim().max(most);

/** What the nominator knows of the person; all else the person is asked herself. */
export const nominee = z.object({
  prefixTh: text(60).default(''),
  nameTh: text(200).min(2),
  positionTh: text(200).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: text(40).default(''),
});

export const nomination = nominee.extend({
  id: z.uuid(),
  seminarId: z.uuid(),
  unitId: z.number().int(),
  kind: text(30).min(1),
  personId: z.uuid().optional(),
});
type Parts = { readonly ground: Ground; readonly network: Network };
export type Nominated = { readonly id: string; readonly state: RegistrationState; readonly isNew: boolean };

/** Safe to repeat with the same id: the first one stands. */
export async function nominate(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<SeatOutcome<Nominated>> {
  const parsed = nomination.safeParse(input);
  if (!parsed.success)
    return refused(
      parsed.error.issues.some(({ path }) => path[0] === 'nameTh' || path[0] === 'email')
        ? 'name-needed'
        : 'malformed',
    );
  const asked = parsed.data;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, asked.seminarId);
    if (!seminar) return refused('not-found');
    const refusal = mayNominate(signedIn, seminar, asked.unitId, ground.now());
    if (refusal) return refused(refusal);
    const kinds = await selectKinds(trx, seminar.id);
    if (!kinds.some(({ code, isOpen }) => code === asked.kind && isOpen)) return refused('kind-closed');
    let person = { ...asked, email: asked.email.toLowerCase() };
    if (asked.personId !== undefined) {
      // Named by one click: name and position are those of the account.
      const colleague = (await network.listColleagues(trx, asked.unitId)).find(
        ({ id }) => id === asked.personId,
      );
      if (!colleague) return refused('not-found');
      person = { ...person, nameTh: colleague.nameTh, positionTh: colleague.positionTh ?? '' };
    }
    return enter(trx, ground, signedIn, seminar, person);
  }).catch(refusalOf);
}

/** Why the officer may not put a name forward for the centre now. */
export function mayNominate(
  { appointments }: SignedIn,
  seminar: Seminar,
  unitId: number,
  now: Date,
): SeatRefusal | undefined {
  const isHost = seminarRole('organise', appointments, seminar.unitId) !== undefined;
  if (!isHost && !nominatingUnits(appointments).includes(unitId)) return 'forbidden';
  const today = civilDate(now);
  if (seminar.state !== 'published' || today > seminar.endsOn) return 'not-open';
  if (!isHost && seminar.nominateBy !== undefined && today > seminar.nominateBy) return 'after-deadline';
  return undefined;
}

export type Entry = Omit<z.output<typeof nomination>, 'seminarId'>;

/** Enters the nomination and, when a head made it for somebody else, takes it to its seat or the queue at once. */
export async function enter(
  trx: InTransaction,
  ground: Ground,
  signedIn: SignedIn,
  seminar: Seminar,
  entry: Entry,
): Promise<SeatOutcome<Nominated>> {
  const known = await selectOne(trx, entry.id);
  if (known)
    return known.seminarId === seminar.id && known.unitId === entry.unitId
      ? done({ id: known.id, state: known.state, isNew: false })
      : refused('not-found');
  const now = ground.now();
  await trx
    .insertInto('seminars.registration')
    .values({
      id: entry.id,
      seminar_id: seminar.id,
      host_unit_id: seminar.unitId,
      unit_id: entry.unitId,
      kind: entry.kind,
      person_id: entry.personId ?? null,
      prefix_th: entry.prefixTh,
      name_th: entry.nameTh,
      position_th: entry.positionTh,
      email: entry.email === '' ? null : entry.email,
      phone: entry.phone === '' ? null : entry.phone,
      state: 'nominated',
      made_by: signedIn.person.id,
      made_at: now,
      changed_at: now,
    })
    .execute();
  // Before the decision: from there on others wait.
  await recordAct(trx, {
    act: 'seminars.nominated',
    object: 'seat',
    id: entry.id,
    ...actingIn(signedIn, { unitId: entry.unitId, hostUnitId: seminar.unitId }),
    at: now.toISOString(),
    facts: { seminar: seminar.id, kind: entry.kind },
  });
  const mayApprove =
    seminarRole('approveSent', signedIn.appointments, entry.unitId) ??
    seminarRole('organise', signedIn.appointments, seminar.unitId);
  const isSelf = isOwn(signedIn, { personId: entry.personId, email: entry.email || undefined });
  const state =
    mayApprove && !isSelf ? await moveSeat(trx, entry.id, 'approve', now, '') : ('nominated' as const);
  return done({ id: entry.id, state, isNew: true });
}
