/** A seminar from draft to its close: who may take which step, what is refused, and that nothing is made or lost twice. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createProjectWorld, type ProjectWorld } from './testing/project-world.ts';

let world: ProjectWorld;
beforeAll(async () => {
  world = await createProjectWorld();
});
afterAll(() => world.stop());

const stateOf = async (id: string) =>
  (await world.app.projects.open(await world.as(world.organiser), id))?.seminar.state;

describe('making and changing', () => {
  test('a form sent twice, also at once, makes one seminar with an address of its own', async () => {
    const form = world.typed();
    const organiser = await world.as(world.organiser);
    const [one, other] = await Promise.all([
      world.app.projects.saveSeminar(organiser, form),
      world.app.projects.saveSeminar(organiser, form),
    ]);
    expect([one, other]).toEqual([
      { ok: true, value: { id: form.id } },
      { ok: true, value: { id: form.id } },
    ]);
    const opened = await world.app.projects.open(organiser, form.id);
    expect(opened?.seminar).toMatchObject({ state: 'draft', fiscalYear: 2027, seats: 210 });
    expect(opened?.seminar.slug).toMatch(/^moi-2570-[0-9a-f]{6}$/);
    const made = (await actsSoFar(world.db)).filter(
      ({ act, id }) => act === 'seminars.made' && id === form.id,
    );
    expect(made).toHaveLength(1);
  });

  test('of two organisers who opened the same version the second is told, and nothing is overwritten', async () => {
    const form = await world.made();
    const organiser = await world.as(world.organiser);
    const head = await world.as(world.head);
    const { changedAt } = (await world.app.projects.open(organiser, form.id))!.seminar;
    const opened = changedAt.toISOString();
    const first = { ...form, seats: 200, changedAt: opened };
    expect(await world.app.projects.saveSeminar(head, first)).toMatchObject({ ok: true });
    const second = { ...form, venueTh: 'เชียงใหม่', changedAt: opened };
    expect(await world.app.projects.saveSeminar(organiser, second)).toMatchObject({
      code: 'changed-meanwhile',
    });
    // The first one's lost answer: sent again, it finds itself in place.
    expect(await world.app.projects.saveSeminar(head, first)).toMatchObject({ ok: true });
    expect((await world.app.projects.open(organiser, form.id))!.seminar).toMatchObject({
      seats: 200,
      venueTh: 'กรุงเทพมหานคร',
    });
  });

  test('wrong fields are named, and a taken address says so', async () => {
    const organiser = await world.as(world.organiser);
    expect(
      await world.app.projects.saveSeminar(
        organiser,
        world.typed({ titleTh: '', endsOn: '2027-06-01', nominateBy: '2027-07-01', seats: 'มาก' }),
      ),
    ).toMatchObject({ code: 'malformed' });
    const wrong = await world.app.projects.saveSeminar(
      organiser,
      world.typed({ endsOn: '2027-06-01', nominateBy: '2027-07-01' }),
    );
    expect(wrong).toMatchObject({ code: 'malformed', fields: ['endsOn', 'nominateBy'] });
    await world.made({ slug: 'annual-2570' });
    expect(
      await world.app.projects.saveSeminar(organiser, world.typed({ slug: 'annual-2570' })),
    ).toMatchObject({ code: 'slug-taken' });
  });

  test('a postponed seminar takes its programme along', async () => {
    const form = await world.made();
    const organiser = await world.as(world.organiser);
    await world.aSlot(form.id, 'lecture', ['09:00', '10:30'], '2027-06-17');
    await world.aSlot(form.id, 'lecture', ['09:00', '10:30'], '2027-06-18');
    const { changedAt } = (await world.app.projects.open(organiser, form.id))!.seminar;
    const later = { ...form, startsOn: '2027-06-18', endsOn: '2027-06-19', moveProgramme: true };
    expect(
      await world.app.projects.saveSeminar(organiser, { ...later, changedAt: changedAt.toISOString() }),
    ).toMatchObject({ ok: true });
    const slots = await world.db.owner
      .selectFrom('seminars.slot')
      .select('starts_at')
      .where('seminar_id', '=', form.id)
      .orderBy('starts_at')
      .execute();
    expect(slots.map((slot) => slot.starts_at.toISOString())).toEqual([
      '2027-06-18T02:00:00.000Z',
      '2027-06-19T02:00:00.000Z',
    ]);
  });
});

describe('the way to publication', () => {
  test('draft, submitted, approved, published: each by whom it belongs to, each told', async () => {
    const form = await world.made();
    expect(await world.step(world.organiser, form.id, 'submit')).toMatchObject({ code: 'incomplete' });
    await world.app.projects.saveProject(await world.as(world.organiser), world.projectText(form.id));
    const submission = { id: randomUUID(), seminarId: form.id, step: 'submit', reason: '' };
    const organiser = await world.as(world.organiser);
    expect(await world.app.projects.takeStep(organiser, submission)).toMatchObject({ ok: true });
    // A double click is one step.
    expect(await world.app.projects.takeStep(organiser, submission)).toMatchObject({ ok: true });
    expect(await world.step(world.organiser, form.id, 'publish')).toMatchObject({ code: 'not-now' });
    expect(await world.step(world.organiser, form.id, 'approve')).toMatchObject({ code: 'forbidden' });
    expect(await world.step(world.head, form.id, 'approve')).toMatchObject({ ok: true });
    expect(await world.step(world.organiser, form.id, 'publish')).toMatchObject({ ok: true });
    expect(await world.step(world.organiser, form.id, 'close')).toMatchObject({ code: 'not-over' });
    expect(await stateOf(form.id)).toBe('published');
    const acts = (await actsSoFar(world.db)).filter(({ id }) => id === form.id).map(({ act }) => act);
    expect(acts).toEqual([
      'seminars.made',
      'seminars.project-written',
      'seminars.submitted',
      'seminars.approved',
      'seminars.published',
    ]);
    const heard = async (officer: typeof world.head) =>
      (await world.app.notices.list(await world.as(officer)))
        .filter(({ href, isSeen }) => href?.endsWith(form.id) && !isSeen)
        .map(({ titleEn }) => titleEn);
    expect(await heard(world.head)).toHaveLength(2);
    expect(await heard(world.organiser)).toEqual([expect.stringContaining('is approved')]);
    expect(await heard(world.chiangMaiHead)).toEqual([expect.stringContaining('is published')]);
    expect(await heard(world.chiangMai)).toEqual([]);
  });

  test('one that is over is closed, and then stands still', async () => {
    const form = await world.through(['submit', 'approve', 'publish', 'close'], {
      startsOn: '2019-06-13',
      endsOn: '2019-06-14',
    });
    expect(await stateOf(form.id)).toBe('closed');
    const organiser = await world.as(world.organiser);
    const { changedAt } = (await world.app.projects.open(organiser, form.id))!.seminar;
    const later = { ...form, seats: 5, changedAt: changedAt.toISOString() };
    expect(await world.app.projects.saveSeminar(organiser, later)).toMatchObject({ code: 'not-now' });
    expect(await world.step(world.head, form.id, 'cancel', 'ลอง')).toMatchObject({ code: 'not-now' });
  });

  test('a return and a cancellation need their reason, and what the head looks at stands still', async () => {
    const form = await world.through(['submit']);
    const organiser = await world.as(world.organiser);
    const text = world.projectText(form.id, { rationale: 'ข้อความใหม่' });
    expect(await world.app.projects.saveProject(organiser, text)).toMatchObject({ code: 'not-now' });
    expect(await world.step(world.head, form.id, 'return')).toMatchObject({ code: 'reason-missing' });
    expect(await world.step(world.head, form.id, 'return', 'งบเกินวงเงิน')).toMatchObject({ ok: true });
    const { project } = world.app.projects;
    const { changedAt } = (await project(organiser, form.id))!;
    expect(
      await world.app.projects.saveProject(organiser, { ...text, changedAt: changedAt!.toISOString() }),
    ).toMatchObject({ ok: true });
    expect(await world.step(world.organiser, form.id, 'cancel')).toMatchObject({ code: 'reason-missing' });
    expect(await world.step(world.organiser, form.id, 'cancel', 'น้ำท่วม')).toMatchObject({ ok: true });
    expect(await stateOf(form.id)).toBe('cancelled');
    const overview = await world.app.projects.overview(organiser, form.id);
    expect(overview?.open).toEqual([]);
    expect(overview?.taken.map(({ reason }) => reason)).toEqual([undefined, 'งบเกินวงเงิน', 'น้ำท่วม']);
  });
});

describe('refusals', () => {
  test('over HTTP: another centre neither opens nor changes a draft, a stranger is sent to sign in', async () => {
    const form = await world.through(['submit']);
    const path = `/office/seminars/${form.id}`;
    const get = (officer: typeof world.head) =>
      world.server.inject({ url: path, headers: { cookie: `prongsai_session=${officer.cookie}` } });
    expect((await get(world.organiser)).statusCode).toBe(200);
    expect((await get(world.chiangMaiHead)).statusCode).toBe(404);
    const approve = { id: randomUUID(), step: 'approve' };
    expect((await world.post(world.organiser, path, approve)).statusCode).toBe(403);
    expect((await world.post(world.chiangMaiHead, path, approve)).statusCode).toBe(404);
    expect((await world.post(undefined, path, approve)).headers['location']).toContain('/office/sign-in');
    const foreign = Object.fromEntries(
      Object.entries(world.typed({ unitId: world.unit('MOI') })).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    expect((await world.post(world.chiangMaiHead, '/office/seminars/new', foreign)).statusCode).toBe(403);
    expect(await stateOf(form.id)).toBe('submitted');
    expect((await world.post(world.head, path, approve)).statusCode).toBe(302);
    expect(await stateOf(form.id)).toBe('approved');
  });

  test('a published seminar of another centre is seen, its project, budget and steps are not', async () => {
    const form = await world.through(['submit', 'approve', 'publish']);
    const chiangMai = await world.as(world.chiangMaiHead);
    expect((await world.app.projects.open(chiangMai, form.id))?.may).toEqual({
      organise: false,
      approve: false,
    });
    expect(await world.app.projects.project(chiangMai, form.id)).toBeUndefined();
    expect((await world.app.projects.overview(chiangMai, form.id))?.taken).toEqual([]);
    expect(await world.step(world.chiangMaiHead, form.id, 'cancel', 'ลอง')).toMatchObject({
      code: 'forbidden',
    });
  });

  test('in SQL: no way round the head, no step without order or reason, no word in what is submitted', async () => {
    const form = await world.through(['submit']);
    const { actor } = await world.as(world.organiser);
    const asOrganiser = (statement: ReturnType<typeof sql>) =>
      actingAs(world.db.asOfficer, actor, (trx) => statement.execute(trx));
    const set = (state: string) => sql`
      update seminars.seminar set state = ${state}, changed_by = ${actor.personId} where id = ${form.id}`;
    await expect(asOrganiser(set('approved'))).rejects.toThrow(/only the head/);
    await expect(asOrganiser(set('published'))).rejects.toThrow(/does not go from submitted to published/);
    await expect(asOrganiser(set('cancelled'))).rejects.toThrow(/without a reason/);
    const touched = await asOrganiser(
      sql`update seminars.project set rationale = 'x' where seminar_id = ${form.id}`,
    );
    expect(Number(touched.numAffectedRows)).toBe(0);
    const line = (id: string) => sql`
      insert into seminars.budget_line (id, seminar_id, position, category, description, quantity, unit, unit_price)
      values (${randomUUID()}, ${id}, 1, 'food', 'อาหาร', 1, 'มื้อ', 100)`;
    await expect(asOrganiser(line(form.id))).rejects.toThrow(/row-level security/);
    const draft = await world.made();
    await expect(asOrganiser(line(draft.id))).resolves.toBeDefined();
    const { actor: stranger } = await world.as(world.chiangMaiHead);
    await expect(
      actingAs(world.db.asOfficer, stranger, (trx) => line(draft.id).execute(trx)),
    ).rejects.toThrow(/row-level security/);
    await expect(
      actingAs(world.db.asOfficer, stranger, (trx) =>
        sql`insert into seminars.step (id, seminar_id, from_state, to_state, made_by, made_at)
          values (${randomUUID()}, ${draft.id}, 'draft', 'submitted', ${stranger.personId}, now())`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    for (const table of ['project', 'budget_line', 'step', 'paper', 'speaker_fee', 'money_rule'])
      await expect(sql.raw(`select * from seminars.${table}`).execute(world.db.asPublic)).rejects.toThrow(
        /permission denied/,
      );
  });
});
