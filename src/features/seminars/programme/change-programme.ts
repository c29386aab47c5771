/** What every change of a programme has in common: the right to it, one change at a time, and calendars that hear of it. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, type Refused, refused } from '../outcome.ts';
import { lockSeminar, raiseSequence } from '../projects/project.queries.ts';
import { isOpen } from '../projects/project-rules.ts';
import { unitCodeOf } from '../projects/unit-code.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';

type Change = {
  readonly seminarId: string;
  /** What was changed, for the ledger: part, room or speaker. */
  readonly what: 'part' | 'room' | 'speaker';
  readonly id: string;
};

/** What a piece of work did. A repeated request finds all in place and leaves no trace. */
type Worked<T> = Refused | { readonly ok: true; readonly value: T; readonly isNew: boolean };
export const changed = <T>(value: T) => ({ ok: true, value, isNew: true }) as const;
export const unchanged = <T>(value: T) => ({ ok: true, value, isNew: false }) as const;

export async function changeProgramme<T>(
  ground: Ground,
  signedIn: SignedIn,
  { seminarId, what, id }: Change,
  work: (trx: InTransaction, now: Date) => Promise<Worked<T>>,
): Promise<Outcome<T>> {
  try {
    return await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      await lockSeminar(trx, seminarId);
      const seminar = await selectSeminar(trx, seminarId);
      if (!seminar) return refused('not-found');
      const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
      if (!role) return refused('forbidden');
      if (!isOpen(seminar.state)) return refused('not-now');
      const now = ground.now();
      const outcome = await work(trx, now);
      if (!outcome.ok) return outcome;
      if (!outcome.isNew) return done(outcome.value);
      await raiseSequence(trx, seminarId, signedIn.person.id);
      await recordAct(trx, {
        act: 'seminars.programme-changed',
        object: 'seminar',
        id: seminarId,
        unit: unitCodeOf(signedIn, seminar.unitId),
        role,
        at: now.toISOString(),
        facts: { what, id },
      });
      return done(outcome.value);
    });
  } catch (error) {
    // Only when somebody came past the lock; the database has the last word.
    const { constraint, code } = error as { constraint?: string; code?: string };
    if (constraint === 'slot_room_free') return refused('room-taken');
    if (constraint === 'slot_speaker_free') return refused('speaker-taken');
    // Attendance or a test hangs on what was to be taken away.
    if (code === '23503') return refused('in-use');
    // The identifier belongs to another seminar.
    if (code === '23505') return refused('not-found');
    throw error;
  }
}
