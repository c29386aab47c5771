/** Seats in the database itself: never oversold, in order of arrival, and only by those whose step it is. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer } from '#features/network/testing/office.ts';
import { actingAs, actingAsSeat } from '#platform/database/acting.ts';
import { nextOffers, placeOf } from './seat-rules.ts';
import { seatRules } from './seat-steps.ts';
import { createSeatWorld, type SeatWorld } from './testing/world.ts';

let world: SeatWorld;
beforeAll(async () => {
  world = await createSeatWorld();
});
afterAll(() => world?.stop());

test('the database and the pages know the same steps', async () => {
  const rows = await world.db.owner.selectFrom('seminars.seat_step').selectAll().execute();
  const key = (step: string, from: string, to: string, sides: readonly string[]) =>
    `${step} ${from} ${to} ${[...sides].sort().join()}`;
  expect(
    rows.map(({ step, from_state, to_state, sides }) => key(step, from_state, to_state, sides)).sort(),
  ).toEqual(seatRules.map(({ step, from, to, sides }) => key(step, from, to, sides)).sort());
});

describe('a rush', () => {
  test('120 approvals at once for 20 seats: 20 confirmed, 100 waiting in the order of arrival', async () => {
    const seminar = await world.aSeminarWith({ seats: 20 });
    const asked = [];
    for (let i = 0; i < 120; i++) asked.push(await world.aNominee(seminar, i % 2 ? 'TH-50' : 'TH-83'));
    const answers = await Promise.all(
      asked.map(({ id }, i) => world.step(i % 2 ? world.chiangMaiHead : world.phuketHead, id, 'approve')),
    );
    expect(answers.filter((state) => state === 'confirmed')).toHaveLength(20);
    const taken = await world.taken(seminar);
    const numbers = (state: string) =>
      taken
        .filter((one) => one.state === state)
        .map(({ arrivalNo }) => arrivalNo!)
        .sort((a, b) => a - b);
    expect(numbers('waitlisted')).toHaveLength(100);
    expect(new Set(taken.map(({ arrivalNo }) => arrivalNo)).size).toBe(120);
    // Nobody who came later sits while somebody who came earlier waits.
    expect(numbers('confirmed').at(-1)!).toBeLessThan(numbers('waitlisted')[0]!);
  });

  test('quotas stay kept while others rush: a late approval within its quota has its seat', async () => {
    const seminar = await world.aSeminarWith({ seats: 10, quotas: [['TH-50', 4]] });
    const rush = [];
    for (let i = 0; i < 20; i++) rush.push(await world.aNominee(seminar, 'TH-83'));
    const states = await Promise.all(rush.map(({ id }) => world.step(world.phuketHead, id, 'approve')));
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(6);
    const own = await world.aNominee(seminar, 'TH-50');
    expect(await world.step(world.chiangMaiHead, own.id, 'approve')).toBe('confirmed');
  });

  test('withdrawing and accepting at once neither loses nor doubles a seat', async () => {
    const seminar = await world.aSeminarWith({ seats: 5 });
    const all = [];
    for (let i = 0; i < 15; i++) {
      const one = await world.aNominee(seminar, 'TH-50');
      await world.step(world.chiangMaiHead, one.id, 'approve');
      all.push(one);
    }
    await Promise.all(all.slice(0, 5).map(({ id }) => world.stepAsHolder(id, 'withdraw')));
    const offered = (await world.taken(seminar)).filter(({ state }) => state === 'offered');
    expect(offered.map(({ id }) => id).sort()).toEqual(
      all
        .slice(5, 10)
        .map(({ id }) => id)
        .sort(),
    );
    await Promise.all(
      offered.flatMap(({ id }) => [world.stepAsHolder(id, 'accept'), world.stepAsHolder(id, 'accept')]),
    );
    const states = (await world.taken(seminar)).map(({ state }) => state);
    expect(states.filter((state) => state === 'confirmed')).toHaveLength(5);
    expect(states.filter((state) => state === 'waitlisted')).toHaveLength(5);
  });
});

test('whatever happens, the database decides as the rules say and never gives more than there is', async () => {
  const units = ['TH-50', 'TH-83'] as const;
  const move = fc.record({
    what: fc.constantFrom('approve', 'withdraw', 'accept', 'decline', 'approve', 'approve'),
    unit: fc.constantFrom(...units),
    which: fc.nat(50),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.tuple(fc.constantFrom(...units), fc.integer({ min: 0, max: 4 })), { maxLength: 2 }),
      fc.array(move, { minLength: 5, maxLength: 25 }),
      async (seats, quotas, moves) => {
        const unique = [...new Map(quotas).entries()];
        const seminar = await world.aSeminarWith({ seats, quotas: unique });
        const room = await world.room(seminar);
        for (const { what, unit, which } of moves) {
          const before = await world.taken(seminar);
          if (what === 'approve') {
            const { id } = await world.aNominee(seminar, unit);
            const wanted = placeOf(room, before, { unitId: world.unit(unit), kind: 'participant' });
            expect(await world.step(world.organiser, id, 'approve')).toBe(wanted.state);
            continue;
          }
          const from = what === 'withdraw' ? 'confirmed' : 'offered';
          const those = before.filter(({ state }) => state === from);
          if (those.length === 0) continue;
          const one = those[which % those.length]!;
          await world.stepAsHolder(one.id, what as never);
          if (what === 'accept') continue;
          const left = before.map((each) =>
            each.id === one.id ? { ...each, state: 'withdrawn' as const } : each,
          );
          const wanted = nextOffers(room, left).map(({ id }) => id);
          const after = await world.taken(seminar);
          const made = after.filter(
            ({ id, state }) =>
              state === 'offered' && before.find((each) => each.id === id)!.state === 'waitlisted',
          );
          expect(made.map(({ id }) => id).sort()).toEqual([...wanted].sort());
          expect(
            after.filter(({ state }) => state === 'confirmed' || state === 'offered').length,
          ).toBeLessThanOrEqual(seats);
        }
      },
    ),
    { numRuns: 12 },
  );
});

describe('offers', () => {
  test('one that is not answered in time goes to the next; what is answered too late is refused', async () => {
    const seminar = await world.aSeminarWith({ seats: 1 });
    const [first, second, third] = [
      await world.aNominee(seminar, 'TH-50'),
      await world.aNominee(seminar, 'TH-50'),
      await world.aNominee(seminar, 'TH-50'),
    ] as const;
    for (const { id } of [first, second, third]) await world.step(world.chiangMaiHead, id, 'approve');
    await world.stepAsHolder(first.id, 'withdraw');
    expect(await world.stateOf(second.id)).toBe('offered');
    const later = new Date(world.ground.now().getTime() + 49 * 3_600_000);
    await expect(world.stepAsHolder(second.id, 'accept', later)).rejects.toThrow(/offer is over/);
    await world.settle(seminar, later);
    expect(await world.stateOf(second.id)).toBe('released');
    expect(await world.stateOf(third.id)).toBe('offered');
  });

  test('on the day of release unused quotas go to those who wait', async () => {
    const seminar = await world.aSeminarWith({
      seats: 2,
      quotas: [['TH-83', 2]],
      releaseOn: '2027-06-01',
    });
    const waiting = await world.aNominee(seminar, 'TH-50');
    expect(await world.step(world.chiangMaiHead, waiting.id, 'approve')).toBe('waitlisted');
    await world.settle(seminar, new Date('2027-05-31T12:00:00+07:00'));
    expect(await world.stateOf(waiting.id)).toBe('waitlisted');
    await world.settle(seminar, new Date('2027-06-01T00:30:00+07:00'));
    expect(await world.stateOf(waiting.id)).toBe('offered');
    const last = await world.db.owner
      .selectFrom('seminars.registration_event')
      .select(['by_side', 'by_person'])
      .where('registration_id', '=', waiting.id)
      .where('to_state', '=', 'offered')
      .executeTakeFirst();
    expect(last).toEqual({ by_side: 'program', by_person: null });
  });

  test('a substitute takes the same seat at the same place, and the history of both stays', async () => {
    const seminar = await world.aSeminarWith({ seats: 1 });
    const first = await world.aNominee(seminar, 'TH-50');
    await world.step(world.chiangMaiHead, first.id, 'approve');
    const [before] = await world.taken(seminar);
    const id = randomUUID();
    const hand = async () =>
      actingAs(world.db.asOfficer, (await world.as(world.chiangMaiHead)).actor, (trx) =>
        sql`select seminars.substitute_seat(${first.id}, ${id}, ${world.ground.now()}, 'ติดราชการ',
          null, 'นาง', 'ผู้แทน มาแทน', 'นิติกร', 'instead@province.example', null)`.execute(trx),
      );
    await hand();
    await hand();
    const after = await world.taken(seminar);
    expect(after.find((one) => one.id === id)).toMatchObject({
      state: 'confirmed',
      arrivalNo: before!.arrivalNo,
    });
    expect(await world.stateOf(first.id)).toBe('substituted');
    const events = await world.db.owner
      .selectFrom('seminars.registration_event')
      .select(['registration_id', 'to_state', 'by_side'])
      .where('seminar_id', '=', seminar)
      .execute();
    expect(events.map(({ to_state }) => to_state).sort()).toEqual([
      'approved',
      'confirmed',
      'confirmed',
      'nominated',
      'substituted',
    ]);
  });
});

describe('refusals in SQL', () => {
  test('nobody writes a state: not the person, not who named her, not the organiser, not the program', async () => {
    const seminar = await world.aSeminarWith();
    const by = (await world.as(world.chiangMai)).person.id;
    const one = await world.aNominee(seminar, 'TH-50', { madeBy: by });
    const write = sql`update seminars.registration set state = 'confirmed' where id = ${one.id}`;
    for (const officer of [world.chiangMai, world.chiangMaiHead, world.organiser])
      await expect(
        actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) => write.execute(trx)),
      ).rejects.toThrow(/permission denied/);
    await expect(actingAsSeat(world.db.asPublic, one.id, (trx) => write.execute(trx))).rejects.toThrow(
      /permission denied/,
    );
    await expect(write.execute(world.db.asWorker)).rejects.toThrow(/permission denied/);
  });

  test('who named her does not approve; the person accepts only what is offered; strangers find nothing', async () => {
    const seminar = await world.aSeminarWith();
    const by = (await world.as(world.chiangMai)).person.id;
    const one = await world.aNominee(seminar, 'TH-50', { madeBy: by });
    await expect(world.step(world.chiangMai, one.id, 'approve')).rejects.toThrow(/not yours/);
    await expect(world.stepAsHolder(one.id, 'approve')).rejects.toThrow(/not yours/);
    await expect(world.stepAsHolder(one.id, 'accept')).rejects.toThrow(/no longer open/);
    await expect(world.step(world.chiangMaiHead, one.id, 'place')).rejects.toThrow(/no longer open/);
    await expect(world.step(world.phuketHead, one.id, 'approve')).rejects.toThrow(/no such seat/);
    const other = await world.aNominee(seminar, 'TH-83');
    await expect(
      actingAsSeat(world.db.asPublic, other.id, (trx) =>
        sql`select seminars.step_seat(${one.id}, 'withdraw', now())`.execute(trx),
      ),
    ).rejects.toThrow(/no such seat/);
    await expect(
      sql`select seminars.step_seat(${one.id}, 'lapse', now())`.execute(world.db.asOfficer),
    ).rejects.toThrow(/no such seat/);
  });

  test('a head does not approve herself, by account or by address; the organiser does', async () => {
    const seminar = await world.aSeminarWith();
    const head = await world.as(world.chiangMaiHead);
    const byAccount = await world.aNominee(seminar, 'TH-50', { personId: head.person.id });
    await expect(world.step(world.chiangMaiHead, byAccount.id, 'approve')).rejects.toThrow(/herself/);
    expect(await world.step(world.organiser, byAccount.id, 'approve')).toBe('confirmed');
    const byAddress = await world.aNominee(seminar, 'TH-50');
    await world.db.owner
      .updateTable('seminars.registration')
      .set({ email: head.person.email })
      .where('id', '=', byAddress.id)
      .execute();
    await expect(world.step(world.chiangMaiHead, byAddress.id, 'approve')).rejects.toThrow(/herself/);
  });

  test('a nomination enters as a nomination, of one’s own centre, in one’s own name, for an open kind', async () => {
    const seminar = await world.aSeminarWith();
    const { actor, person } = await world.as(world.chiangMai);
    const values = {
      seminar_id: seminar,
      host_unit_id: world.unit('MOI'),
      unit_id: world.unit('TH-50'),
      kind: 'participant',
      name_th: 'ผู้หนึ่ง',
      state: 'nominated',
      made_by: person.id,
      made_at: new Date(),
      changed_at: new Date(),
    };
    const enter = (change: object) =>
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .insertInto('seminars.registration')
          .values({ id: randomUUID(), ...values, ...change })
          .execute(),
      );
    await enter({});
    const stranger = (await world.as(world.phuketHead)).person.id;
    for (const change of [
      { state: 'confirmed' },
      { state: 'approved' },
      { unit_id: world.unit('TH-83') },
      { made_by: stranger },
      { person_id: stranger },
      { kind: 'observer' },
    ])
      await expect(enter(change)).rejects.toThrow(/row-level security/);
    await expect(enter({ arrival_no: 1 })).rejects.toThrow(/permission denied/);
  });

  test('after the head’s approval a name is corrected by the organisers alone, and that is kept', async () => {
    const seminar = await world.aSeminarWith();
    const by = (await world.as(world.chiangMai)).person.id;
    const one = await world.aNominee(seminar, 'TH-50', { madeBy: by });
    const rename = async (officer: typeof world.organiser, name: string) =>
      Number(
        (
          await actingAs(world.db.asOfficer, (await world.as(officer)).actor, (trx) =>
            trx
              .updateTable('seminars.registration')
              .set({ name_th: name, changed_at: new Date() })
              .where('id', '=', one.id)
              .executeTakeFirst(),
          )
        ).numUpdatedRows,
      );
    expect(await rename(world.chiangMai, 'ชื่อที่แก้แล้ว')).toBe(1);
    await world.step(world.chiangMaiHead, one.id, 'approve');
    expect(await rename(world.chiangMai, 'คนอื่น')).toBe(0);
    expect(await rename(world.chiangMaiHead, 'คนอื่น')).toBe(0);
    expect(await rename(world.organiser, 'ชื่อที่ถูก')).toBe(1);
    const corrected = await world.db.owner
      .selectFrom('seminars.registration_event')
      .select('what')
      .where('registration_id', '=', one.id)
      .where('what', '=', 'corrected')
      .execute();
    expect(corrected).toHaveLength(2);
  });

  test('settling seats is the organisers’ and the program’s', async () => {
    const seminar = await world.aSeminarWith();
    await expect(
      actingAs(world.db.asOfficer, (await world.as(world.phuketHead)).actor, (trx) =>
        sql`select seminars.settle_seats(${seminar}, now())`.execute(trx),
      ),
    ).rejects.toThrow(/not an organiser/);
    await expect(
      sql`select seminars.settle_seats(${seminar}, now())`.execute(world.db.asPublic),
    ).rejects.toThrow(/permission denied/);
    await expect(sql`select seminars.lock_seats(${seminar})`.execute(world.db.asOfficer)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('another centre’s head sees neither quota nor history, and sets no quota', async () => {
    const seminar = await world.aSeminarWith({ quotas: [['TH-50', 2]] });
    const one = await world.aNominee(seminar, 'TH-50');
    const { actor, person } = await world.as(world.phuketHead);
    const seen = await actingAs(world.db.asOfficer, actor, async (trx) => ({
      quotas: await trx
        .selectFrom('seminars.quota')
        .select('unit_id')
        .where('seminar_id', '=', seminar)
        .execute(),
      events: await trx
        .selectFrom('seminars.registration_event')
        .select('id')
        .where('registration_id', '=', one.id)
        .execute(),
    }));
    expect(seen).toEqual({ quotas: [], events: [] });
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        trx
          .insertInto('seminars.quota')
          .values({
            seminar_id: seminar,
            host_unit_id: world.unit('MOI'),
            unit_id: world.unit('TH-83'),
            kind: 'participant',
            seats: 9,
            changed_by: person.id,
            changed_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      anOfficer(world.db, 'TH-50', ['auditor']).then(async (auditor) =>
        world.step(auditor, one.id, 'withdraw'),
      ),
    ).rejects.toThrow(/no such seat/);
  });
});
