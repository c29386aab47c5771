/** For tests only: a seminar that is over, whose participants were there or not. */
import { randomUUID } from 'node:crypto';
import type { TestOfficer } from '#features/network/testing/office.ts';
import type { SeminarWorld } from '../../testing/world.ts';
import type { NewOrder } from '../order-certificates.ts';

export function createHeld(world: SeminarWorld) {
  const day = '2026-06-20';

  /** Two half-days; `seats` people of Chiang Mai, each there in as many of them as said. */
  const aHeldSeminar = async (...presences: readonly number[]) => {
    const id = await world.aSeminar({ startsOn: day });
    await world.aSlot(id, 'lecture', ['09:00', '12:00'], day);
    await world.aSlot(id, 'panel', ['13:00', '16:00'], day);
    const seats = [];
    for (const halves of presences) {
      const seat = await world.aSeat(id, 'TH-50');
      seats.push(seat);
      for (const half of ['am', 'pm'].slice(0, halves))
        await world.app.attendance.enterPaper(await world.as(world.organiser), {
          id: randomUUID(),
          seminarId: id,
          session: `${day}/${half}`,
          registrationIds: [seat.id],
        });
    }
    return { id, seats };
  };

  const anOrder = (seminarId: string, change: Partial<NewOrder> = {}): NewOrder => ({
    id: randomUUID(),
    seminarId,
    kind: 'attendee',
    chosen: [],
    dated: '2026-06-25',
    signerName: 'นางสาวดารณี แสงธรรม',
    signerPosition: 'หัวหน้าศูนย์ปฏิบัติการต่อต้านการทุจริต',
    ...change,
  });

  /** Orders and lets the background work. */
  const issue = async (
    seminarId: string,
    change: Partial<NewOrder> = {},
    officer: TestOfficer = world.head,
  ) => {
    const order = anOrder(seminarId, change);
    const outcome = await world.app.certificates.order(await world.as(officer), order);
    if (!outcome.ok) throw new Error(outcome.code);
    await world.runJobs();
    return order;
  };

  const certificatesOf = (seminarId: string) =>
    world.db.owner
      .selectFrom('seminars.certificate')
      .selectAll()
      .where('seminar_id', '=', seminarId)
      .orderBy('number')
      .execute();

  return { aHeldSeminar, anOrder, issue, certificatesOf };
}
