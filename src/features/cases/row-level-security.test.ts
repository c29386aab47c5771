/** What the database refuses to the officers' role, whatever the program above it might ask. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actingAs } from '#platform/database/acting.ts';
import { sealNote, sealRestriction } from './browser/compose.ts';
import { type ArrivedReport, type Office, type Officer, openOffice } from './testing/office.ts';

let office: Office;
let somsri: Officer;
let head: Officer;
let accused: Officer;
let elsewhere: Officer;
let ministry: Officer;
let administrator: Officer;
let open: ArrivedReport;
let sealedForUnit: ArrivedReport;
let named: ArrivedReport;

const id = () => randomUUID();

beforeAll(async () => {
  office = await openOffice();
  somsri = await office.officer('TH-50', 'case-officer');
  head = await office.officer('TH-50', 'head');
  accused = await office.officer('TH-50', 'case-officer', 'head');
  elsewhere = await office.officer('TH-57', 'case-officer', 'head');
  ministry = await office.officer('MOI', 'case-officer');
  administrator = await office.officer('TH-50', 'administrator');
  open = await office.report('TH-50');
  sealedForUnit = await office.report('TH-50', { restriction: 'unit' });
  named = await office.report('TH-50');
  for (const report of [open, named]) {
    const desk = await office.desk(somsri, report.id);
    await office.act(somsri, report.id, { act: 'note', id: id(), note: await sealNote(desk, 'บันทึก') });
  }
  const desk = await office.desk(somsri, named.id);
  const sealed = await sealRestriction(desk, [somsri.signedIn.person.id, head.signedIn.person.id]);
  const answer = await office.act(somsri, named.id, {
    act: 'restrict',
    id: id(),
    revision: desk.revision,
    ...sealed,
  });
  expect(answer.ok).toBe(true);
});
afterAll(() => office.close());

const as = <T>(officer: Officer, work: Parameters<typeof actingAs<T>>[2]) =>
  actingAs(office.db.asOfficer, officer.signedIn.actor, work);

async function cases(officer: Officer): Promise<string[]> {
  const rows = await as(officer, (trx) => trx.selectFrom('cases.case').select('id').execute());
  return rows.map((row) => row.id).toSorted();
}

const matterTables = ['cases.case_key', 'cases.key_grant', 'cases.message', 'cases.closing'] as const;

async function matterOf(officer: Officer, caseId: string): Promise<number> {
  return as(officer, async (trx) => {
    let count = 0;
    for (const table of matterTables)
      count += (await trx.selectFrom(table).select('case_id').where('case_id', '=', caseId).execute()).length;
    return count;
  });
}

const refused = /row-level security|permission denied/;

describe('what an officer sees', () => {
  test('her own centre: what is open to it, and the restricted cases that name her', async () => {
    const all = [open.id, sealedForUnit.id, named.id].toSorted();
    expect(await cases(somsri)).toEqual(all);
    expect(await cases(head)).toEqual(all);
    expect(await matterOf(head, named.id)).toBeGreaterThan(8);
  });

  test('another centre sees nothing', async () => {
    expect(await cases(elsewhere)).toEqual([]);
    expect(await matterOf(elsewhere, open.id)).toBe(0);
  });

  test('the tier above sees that a case is there and how it goes, and no ciphertext', async () => {
    expect(await cases(ministry)).toEqual([open.id, named.id].toSorted());
    expect(await matterOf(ministry, open.id)).toBe(0);
    const trail = await as(ministry, (trx) =>
      trx.selectFrom('cases.event').select('act').where('case_id', '=', open.id).execute(),
    );
    expect(trail.map((event) => event.act)).toContain('case.received');
  });

  test('a case restricted to named persons stays in sight of the tier above: stage and clocks, no matter, no names', async () => {
    const row = await as(ministry, (trx) =>
      trx.selectFrom('cases.case').select(['number', 'stage']).where('id', '=', named.id).executeTakeFirst(),
    );
    expect(row).toEqual({ number: named.number, stage: 'RECEIVED' });
    const seen = async (table: 'clock' | 'event' | 'case_access' | 'attachment') => {
      const found = await as(ministry, (trx) =>
        sql`select 1 from cases.${sql.ref(table)} where case_id = ${named.id}`.execute(trx),
      );
      return found.rows.length;
    };
    expect(await seen('clock')).toBeGreaterThan(0);
    expect(await seen('event')).toBeGreaterThan(0);
    expect([await matterOf(ministry, named.id), await seen('case_access'), await seen('attachment')]).toEqual(
      [0, 0, 0],
    );
    expect(await cases(elsewhere)).not.toContain(named.id);
  });

  test('the ministry’s own restricted case is hidden from its officers who are not named', async () => {
    const first = await office.officer('MOI', 'case-officer');
    const second = await office.officer('MOI', 'case-officer');
    const report = await office.report('MOI');
    const desk = await office.desk(first, report.id);
    const sealed = await sealRestriction(desk, [first.signedIn.person.id, second.signedIn.person.id]);
    const act = { act: 'restrict', id: id(), revision: desk.revision, ...sealed };
    expect((await office.act(first, report.id, act)).ok).toBe(true);
    expect(await cases(second)).toContain(report.id);
    expect(await cases(ministry)).not.toContain(report.id);
  });

  test('a case sealed for the centre alone is hidden from tiers above, trail and clocks too', async () => {
    for (const table of ['cases.event', 'cases.clock'] as const) {
      const seen = (officer: Officer) =>
        as(officer, (trx) =>
          trx.selectFrom(table).select('case_id').where('case_id', '=', sealedForUnit.id).execute(),
        );
      expect(await seen(ministry)).toEqual([]);
      expect((await seen(somsri)).length).toBeGreaterThan(0);
    }
  });

  test('a case restricted to named persons is hidden from the accused, though she is head of that centre', async () => {
    expect(await cases(accused)).toEqual([open.id, sealedForUnit.id].toSorted());
    expect(await matterOf(accused, named.id)).toBe(0);
    const names = await as(accused, (trx) => trx.selectFrom('cases.case_access').selectAll().execute());
    expect(names).toEqual([]);
  });

  test('an administrator of the centre sees no case', async () => {
    expect(await cases(administrator)).toEqual([]);
  });

  test('without a context nobody sees anything, nor does the citizens’ role', async () => {
    expect(await office.db.asOfficer.selectFrom('cases.case').select('id').execute()).toEqual([]);
    expect(await office.db.asOfficer.selectFrom('cases.message').select('id').execute()).toEqual([]);
    for (const table of ['case', 'message', 'key_grant', 'case_key', 'event', 'case_access', 'attachment'])
      await expect(sql`select 1 from cases.${sql.ref(table)}`.execute(office.db.asPublic)).rejects.toThrow(
        refused,
      );
  });
});

describe('what an officer cannot change', () => {
  const changeStage = (officer: Officer, caseId: string) =>
    as(officer, (trx) =>
      trx
        .updateTable('cases.case')
        .set({ stage: 'CLOSED' })
        .where('id', '=', caseId)
        .executeTakeFirst()
        .then((result) => Number(result.numUpdatedRows)),
    );

  test('cases of other centres, of centres below, and restricted ones', async () => {
    for (const officer of [elsewhere, ministry, administrator])
      expect(await changeStage(officer, open.id)).toBe(0);
    for (const officer of [accused, ministry]) expect(await changeStage(officer, named.id)).toBe(0);
  });

  test('the end of a case alone, though she works on it, in whatever words', async () => {
    for (const ending of [
      { stage: 'CLOSED', outcome: 'NO_GROUND', closed_at: new Date() },
      { stage: 'REDIRECTED', outcome: 'NOT_CORRUPTION', closed_at: new Date() },
      { stage: 'CLOSED' },
    ])
      await expect(
        as(somsri, (trx) => trx.updateTable('cases.case').set(ending).where('id', '=', open.id).execute()),
      ).rejects.toThrow('a case ends by two persons');
  });

  test('number, centre and time of receipt, even of her own case', async () => {
    for (const column of ['number', 'unit_id', 'received_at', 'size_bucket'])
      await expect(
        as(somsri, (trx) =>
          sql`update cases."case" set ${sql.ref(column)} = ${sql.ref(column)} where id = ${open.id}`.execute(
            trx,
          ),
        ),
      ).rejects.toThrow(refused);
  });

  test('nothing is deleted: no case, message, event or name', async () => {
    for (const table of ['case', 'message', 'event', 'case_access', 'clock', 'closing', 'case_key'])
      await expect(
        as(somsri, (trx) => sql`delete from cases.${sql.ref(table)}`.execute(trx)),
      ).rejects.toThrow(refused);
  });

  test('she makes no case, and writes in no other name than her own', async () => {
    await expect(
      as(somsri, (trx) => sql`insert into cases."case" (id) values (${id()})`.execute(trx)),
    ).rejects.toThrow(refused);
    const writeAs = (officer: Officer, author: string, person: string | null, caseId: string) =>
      as(officer, (trx) =>
        trx
          .insertInto('cases.message')
          .values({
            id: id(),
            case_id: caseId,
            kind: 'dialogue',
            key_version: 1,
            sequence: 50,
            hash: Buffer.alloc(32),
            author,
            person_id: person,
            sealed: Buffer.from('x'),
            sent_at: new Date(),
          })
          .execute(),
      );
    await expect(writeAs(somsri, 'officer', head.signedIn.person.id, open.id)).rejects.toThrow(refused);
    await expect(writeAs(somsri, 'reporter', null, open.id)).rejects.toThrow(refused);
    await expect(writeAs(ministry, 'officer', ministry.signedIn.person.id, open.id)).rejects.toThrow(refused);
    await expect(writeAs(accused, 'officer', accused.signedIn.person.id, named.id)).rejects.toThrow(refused);
  });

  test('she gives herself no access and no grant to a case that is not hers', async () => {
    for (const [officer, caseId] of [
      [accused, named.id],
      [ministry, open.id],
      [ministry, named.id],
      [elsewhere, open.id],
    ] as const) {
      const self = officer.signedIn.person.id;
      await expect(
        as(officer, (trx) =>
          trx
            .insertInto('cases.case_access')
            .values({ case_id: caseId, person_id: self, granted_by: self, granted_at: new Date() })
            .execute(),
        ),
      ).rejects.toThrow(refused);
      await expect(
        as(officer, (trx) =>
          trx
            .insertInto('cases.key_grant')
            .values({
              id: id(),
              case_id: caseId,
              kind: 'dialogue',
              version: 1,
              grantee: 'person',
              person_id: self,
              sealed: Buffer.from('x'),
              granted_by: self,
              granted_at: new Date(),
            })
            .execute(),
        ),
      ).rejects.toThrow(refused);
    }
  });

  test('a case goes up only whole: without its keys sealed for the centre above it stays', async () => {
    const moi = office.centres.get('MOI')!.id;
    const { rows } = await as(somsri, (trx) =>
      sql<{ done: boolean }>`
        select cases.hand_up(${open.id}, (select revision from cases."case" where id = ${open.id}), ${moi}) as done`.execute(
        trx,
      ),
    );
    expect(rows[0]!.done).toBe(false);
    const stranger = await as(accused, (trx) =>
      sql<{ done: boolean }>`select cases.hand_up(${named.id}, 1, ${moi}) as done`.execute(trx),
    );
    expect(stranger.rows[0]!.done).toBe(false);
  });

  test('reference data is entered by the administrator of the ministry alone', async () => {
    const enter = (officer: Officer) =>
      as(officer, (trx) =>
        sql`insert into cases.clock_rule select code, 99, name_th, name_en, started_by, met_by, days, day_unit, basis_th,
          basis_en, source, status, '2099-01-01', null from cases.clock_rule where code = 'ACK15' and version = 1`.execute(
          trx,
        ),
      );
    await expect(enter(administrator)).rejects.toThrow(refused);
    await expect(enter(head)).rejects.toThrow(refused);
    await enter(await office.officer('MOI', 'administrator'));
  });

  test('the internal functions that open a case or start its clocks are not hers to call', async () => {
    await expect(
      as(somsri, (trx) => sql`select cases.start_clocks(${open.id}, '[]')`.execute(trx)),
    ).rejects.toThrow(refused);
  });
});
