// Importing a law: once is enough, a changed text is a new version that says what changed, and not everybody may.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '#main/seed.ts';
import { actingAs } from '#platform/database/acting.ts';
import { createTestDatabase, type TestDatabase } from '#platform/database/test-database.ts';
import { finishImport, importLaw } from './import-law.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await seed(db.ownerUrl);
}, 60_000);
afterAll(() => db.drop());

const now = new Date('2026-11-23T03:00:00Z');
const act = (...sections: string[]) =>
  [
    'พระราชบัญญัติ',
    'ทดลองระบบ',
    'พ.ศ. ๒๕๕๐',
    '',
    'หมวด ๑',
    'บททั่วไป',
    '',
    ...sections.flatMap((text) => [text, '']),
  ].join('\n');
const first = act('มาตรา ๑ ให้ใช้ระบบ', 'มาตรา ๒ ผู้ใดฝ่าฝืนมาตรา ๑ ต้องแจ้ง', 'มาตรา ๓ ให้รัฐมนตรีรักษาการ');
const second = act('มาตรา ๑ ให้ใช้ระบบ', 'มาตรา ๒ ผู้ใดฝ่าฝืนมาตรา ๑ ต้องชดใช้', 'มาตรา ๒/๑ เพิ่มใหม่');

const asOwner = (source: string, inForceFrom?: string) =>
  db.owner
    .transaction()
    .execute((trx) => importLaw(trx, { code: 'trial-act-2550', source, now, inForceFrom }));

describe('a law on its way into the library', () => {
  it('is new once; the same text again changes nothing', async () => {
    expect(await asOwner(first, '2007-05-01')).toMatchObject({
      outcome: 'new',
      version: 1,
      added: ['1', '2', '3'],
    });
    expect(await asOwner(first)).toMatchObject({
      outcome: 'unchanged',
      version: 1,
      added: [],
      changed: [],
      removed: [],
    });
    const wordings = await db.owner.selectFrom('knowledge.section_version').select(['valid_from']).execute();
    expect(wordings.map(({ valid_from }) => valid_from)).toEqual(['2007-05-01', '2007-05-01', '2007-05-01']);
  });

  it('becomes a new version that names what was added, changed and removed; old wordings keep their dates', async () => {
    const report = await asOwner(second, '2020-01-01');
    expect(report).toMatchObject({
      outcome: 'changed',
      version: 2,
      added: ['2/1'],
      changed: ['2'],
      removed: ['3'],
    });
    const { rows } = await sql<{ number: string; wording: number; from: string; to: string | null }>`
      select section.number, wording.number as wording, valid_from as "from", valid_to as "to"
      from knowledge.section_version wording join knowledge.section on section.id = wording.section_id
      order by section.number, wording.number`.execute(db.owner);
    expect(rows).toEqual([
      { number: '1', wording: 1, from: '2007-05-01', to: null },
      { number: '2', wording: 1, from: '2007-05-01', to: '2020-01-01' },
      { number: '2', wording: 2, from: '2020-01-01', to: null },
      { number: '2/1', wording: 1, from: '2020-01-01', to: null },
      { number: '3', wording: 1, from: '2007-05-01', to: '2020-01-01' },
    ]);
  });

  it('goes back to an earlier text as a version of its own, and forward again', async () => {
    expect(await asOwner(first)).toMatchObject({
      outcome: 'changed',
      version: 3,
      changed: ['2'],
      removed: ['2/1'],
    });
    expect(await asOwner(second)).toMatchObject({ outcome: 'changed', version: 4, changed: ['2'] });
    expect(await asOwner(second)).toMatchObject({ outcome: 'unchanged', version: 4 });
  });

  it('remembers what cites what, its own sections too', async () => {
    const cited = await db.asPublic
      .selectFrom('knowledge.citation')
      .select(['to_code', 'to_number'])
      .execute();
    expect(cited).toContainEqual({ to_code: 'trial-act-2550', to_number: '1' });
  });

  it('counts its words, so that a misspelt one finds the right one', async () => {
    await db.owner.transaction().execute(finishImport);
    const known = await db.asPublic
      .selectFrom('knowledge.vocabulary')
      .select('word')
      .where('word', '=', 'ชดใช้')
      .execute();
    expect(known).toHaveLength(1);
  });
});

describe('who may keep the library', () => {
  const importAs = (personId: string, code: string) =>
    actingAs(db.asOfficer, { personId, caseUnits: [1], adminUnits: [], auditUnits: [] }, (trx) =>
      importLaw(trx, { code, source: first, now, importedBy: personId }),
    );
  const appoint = async (role: string, unit: 'root' | 'province') => {
    const id = randomUUID();
    await db.owner
      .insertInto('network.person')
      .values({ id, email: `${id}@example.go.th`, name_th: 'ผู้ทดลอง', locale: 'th', created_at: now })
      .execute();
    await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at)
      select ${randomUUID()}, ${id}, id, ${role}, date '2020-01-01', now() from network.unit
      where ${unit === 'root'} = (parent_id is null) order by id limit 1`.execute(db.owner);
    return id;
  };

  it('is the planner of the ministry centre', async () => {
    const planner = await appoint('planner', 'root');
    expect(await importAs(planner, 'by-planner')).toMatchObject({ outcome: 'new' });
  });

  it('is not a case officer of the ministry, nor the planner of a province, nor a citizen', async () => {
    for (const person of [await appoint('case-officer', 'root'), await appoint('planner', 'province')]) {
      await expect(importAs(person, 'refused')).rejects.toThrow(/row-level security/);
    }
    await expect(
      db.asPublic.transaction().execute((trx) => importLaw(trx, { code: 'refused', source: first, now })),
    ).rejects.toThrow(/permission denied/);
    const laws = await db.owner.selectFrom('knowledge.instrument').select('code').orderBy('code').execute();
    expect(laws.map(({ code }) => code)).toEqual(['by-planner', 'trial-act-2550']);
  });

  it('lets everybody read', async () => {
    const read = await db.asPublic.selectFrom('knowledge.section_version').select('id').execute();
    expect(read.length).toBeGreaterThan(4);
  });
});
