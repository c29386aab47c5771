/** Budgets, claims and rules on a real database: nothing made twice, nothing overwritten, whoever may not is refused. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createProgrammeWorld, type ProgrammeWorld } from '../programme/testing/programme-world.ts';

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await createProgrammeWorld();
});
afterAll(() => world.stop());

const food = (change: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  category: 'food',
  description: 'อาหารกลางวัน',
  quantity: '210',
  unit: 'คน',
  unitPrice: '1,200.50',
  ...change,
});
const budgetOf = async (id: string) => {
  const organiser = await world.as(world.organiser);
  return world.app.money.budget(organiser, (await world.app.projects.open(organiser, id))!.seminar);
};

describe('the budget', () => {
  test('adds up lines and fees, is safe to send twice, and tells of a colleague’s change', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    await world.part(id, { speakers: [{ speakerId: anan, role: 'speaker' }] });
    const { linesMark: mark } = await budgetOf(id);
    const form = { seminarId: id, mark, lines: [food()] };
    for (let times = 0; times < 2; times++)
      expect(await world.app.money.saveLines(organiser, form)).toMatchObject({ ok: true });
    const budget = await budgetOf(id);
    expect(budget).toMatchObject({ lineTotal: 252_105, feeTotal: 900, total: 253_005, missingRules: [] });
    const head = await world.as(world.head);
    expect(await world.app.money.saveLines(head, { ...form, lines: [] })).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(
      await world.app.money.saveLines(head, { ...form, lines: [food({ quantity: 'มาก' })] }),
    ).toMatchObject({ code: 'malformed', fields: ['0.quantity'] });
  });

  test('keeps a claim beyond the rules as it was made, and follows the programme where nothing was changed', async () => {
    const { id } = await world.made();
    const organiser = await world.as(world.organiser);
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    const malee = await world.speaker(id, 'นางมาลี สุขใจ', { affiliation: 'non-state' });
    const panel = await world.part(id, {
      kind: 'panel',
      speakers: [
        { speakerId: anan, role: 'moderator' },
        { speakerId: malee, role: 'panellist' },
      ],
    });
    const claim = { slotId: panel.id, isPaid: true };
    const saved = await world.app.money.saveFees(organiser, {
      seminarId: id,
      mark: (await budgetOf(id)).feesMark,
      claims: [
        { ...claim, speakerId: anan, hours: '2', rate: '900' },
        // As proposed: not kept, so that it follows the programme.
        { ...claim, speakerId: malee, hours: '1.5', rate: '1,200' },
      ],
    });
    expect(saved).toMatchObject({ ok: true });
    const [part] = (await budgetOf(id)).parts;
    const own = part!.lines.find(({ speakerId }) => speakerId === anan)!;
    expect(own).toMatchObject({ amount: 1_800, claim: { hours: 2, rate: 900 } });
    expect(own.findings.map(({ code }) => code).sort()).toEqual(['hours', 'rate']);
    const { changedAt } = await world.slotOf(id, panel.id);
    world.must(
      await world.app.programmes.saveSlot(organiser, {
        ...panel,
        to: '12:00',
        changedAt: changedAt.toISOString(),
      }),
    );
    const [longer] = (await budgetOf(id)).parts;
    expect(longer!.lines.map(({ claim: { hours } }) => hours).sort()).toEqual([2, 3]);
  });

  test('stands still while the head looks at it; another centre neither reads nor writes it', async () => {
    const form = await world.through(['submit', 'approve', 'publish']);
    const organiser = await world.as(world.organiser);
    const lines = [food()];
    expect(
      await world.app.money.saveLines(organiser, { seminarId: form.id, mark: 'x', lines }),
    ).toMatchObject({
      code: 'not-now',
    });
    const chiangMai = await world.as(world.chiangMaiHead);
    expect(
      await world.app.money.saveLines(chiangMai, { seminarId: form.id, mark: 'x', lines }),
    ).toMatchObject({
      code: 'forbidden',
    });
    const page = `/office/seminars/${form.id}/budget`;
    const posted = await world.post(world.chiangMaiHead, page, { intent: 'lines', mark: 'x' });
    // The form is refused, and the page behind it leads to what she may see.
    expect([posted.statusCode, posted.headers['location']]).toEqual([302, `/office/seminars/${form.id}`]);
    expect((await budgetOf(form.id)).lines).toEqual([]);
    const got = await world.server.inject({
      url: page,
      headers: { cookie: `prongsai_session=${world.chiangMaiHead.cookie}` },
    });
    expect(got.statusCode).toBe(302);
  });
});

describe('rules of money', () => {
  const next = {
    code: 'fee-b-state',
    value: '700',
    basisTh: 'ระเบียบใหม่',
    basisEn: 'A new regulation',
    source: 'Royal Gazette',
    status: 'confirmed',
    validFrom: '2028-10-01',
  };

  test('the ministry’s planner adds a version once; seminars before its day keep the old one', async () => {
    const planner = await world.as(await anOfficer(world.db, 'MOI', ['planner']));
    for (let times = 0; times < 2; times++)
      expect(await world.app.money.enterRule(planner, next)).toMatchObject({
        ok: true,
        value: { version: 2 },
      });
    expect(await world.app.money.enterRule(planner, { ...next, value: '800' })).toMatchObject({
      code: 'not-later',
    });
    const { id } = await world.made();
    const anan = await world.speaker(id, 'นายอนันต์ ใจดี');
    await world.part(id, { speakers: [{ speakerId: anan, role: 'speaker' }] });
    expect((await budgetOf(id)).parts[0]!.lines[0]!.claim.rate).toBe(600);
  });

  test('nobody else does, in the use case, over HTTP or in SQL', async () => {
    const organiser = await world.as(world.organiser);
    expect(await world.app.money.enterRule(organiser, next)).toMatchObject({ code: 'forbidden' });
    const provincial = await anOfficer(world.db, 'TH-50', ['planner']);
    expect((await world.post(provincial, '/office/seminars/rules', next)).statusCode).toBe(403);
    const { actor } = await world.as(provincial);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`insert into seminars.money_rule (code, version, value, basis_th, basis_en, source, status, valid_from)
          values ('fee-b-state', 9, 9999, 'x', 'x', 'x', 'confirmed', '2030-01-01')`.execute(trx),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      actingAs(world.db.asOfficer, actor, (trx) =>
        sql`update seminars.money_rule set value = 9999`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
