/** For tests only: a published seminar of the ministry with two days of programme, and people with seats. */
import { randomUUID } from 'node:crypto';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp } from '#main/testing/test-app.ts';
import { seatToken } from '../seat-link.ts';
import type { RegistrationState, SlotKind } from '../seminar.ts';

export type SeminarWorld = Awaited<ReturnType<typeof createSeminarWorld>>;

export async function createSeminarWorld() {
  const world = await createTestApp();
  const organiser = await anOfficer(world.db, 'MOI', ['organiser']);
  const head = await anOfficer(world.db, 'MOI', ['head']);
  const chiangMaiHead = await anOfficer(world.db, 'TH-50', ['head']);
  const chiangMai = await anOfficer(world.db, 'TH-50', ['case-officer']);
  const phuketHead = await anOfficer(world.db, 'TH-83', ['head']);
  const centres = await world.app.network.listCentres(new Date());
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

  /** A seminar of the ministry on 20–21 June 2027, entered behind the policies. */
  const aSeminar = async (change: Partial<{ seats: number; state: string; startsOn: string }> = {}) => {
    const id = randomUUID();
    const startsOn = change.startsOn ?? '2027-06-20';
    const by = (await as(organiser)).person.id;
    await world.db.owner
      .insertInto('seminars.seminar')
      .values({
        id,
        unit_id: unit('MOI'),
        slug: `seminar-${id.slice(0, 8)}`,
        title_th: 'สัมมนาขับเคลื่อนภารกิจศูนย์ปฏิบัติการต่อต้านการทุจริต',
        title_en: 'Seminar of the anti-corruption operation centres',
        fiscal_year: 2027,
        starts_on: startsOn,
        ends_on: startsOn,
        venue_th: 'กรุงเทพมหานคร',
        venue_en: 'Bangkok',
        seats: change.seats ?? 200,
        state: change.state ?? 'published',
        created_by: by,
        created_at: world.ground.now(),
        changed_by: by,
        changed_at: world.ground.now(),
      })
      .execute();
    return id;
  };

  const aSlot = async (
    seminarId: string,
    kind: SlotKind,
    [from, to]: readonly [string, string],
    day = '2027-06-20',
  ) => {
    const id = randomUUID();
    await world.db.owner
      .insertInto('seminars.slot')
      .values({
        id,
        seminar_id: seminarId,
        kind,
        title_th: `ช่วง${from}`,
        title_en: `Part ${from}`,
        starts_at: new Date(`${day}T${from}:00+07:00`),
        ends_at: new Date(`${day}T${to}:00+07:00`),
        changed_at: world.ground.now(),
      })
      .execute();
    return id;
  };

  const aSeat = async (seminarId: string, unitCode: string, state: RegistrationState = 'confirmed') => {
    const id = randomUUID();
    await world.db.owner
      .insertInto('seminars.registration')
      .values({
        id,
        seminar_id: seminarId,
        host_unit_id: unit('MOI'),
        unit_id: unit(unitCode),
        prefix_th: 'นาง',
        name_th: `ผู้เข้าร่วม ${id.slice(0, 4)}`,
        position_th: 'นักวิเคราะห์นโยบายและแผน',
        email: `${id.slice(0, 8)}@province.example`,
        state,
        offer_until: state === 'offered' ? new Date(world.ground.now().getTime() + 48 * 3_600_000) : null,
        made_at: world.ground.now(),
        changed_at: world.ground.now(),
      })
      .execute();
    return { id, token: seatToken(world.ground.secrets.tokenKey, id) };
  };

  return {
    ...world,
    organiser,
    head,
    chiangMaiHead,
    chiangMai,
    phuketHead,
    unit,
    as,
    aSeminar,
    aSlot,
    aSeat,
  };
}
