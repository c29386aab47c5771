/** Two rounds alike but for one hold: whoever did not answer reads the same in both, except the roll itself. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, type TestOfficer } from '#features/network/testing/office.ts';
import { createHonoursWorld, type HonoursWorld, nominees } from './testing/world.ts';

let free: HonoursWorld;
let held: HonoursWorld;
let few: HonoursWorld;

/** Marks that put clerk first, then organiser before nurse by the earlier hand-in; surveyor falls below the threshold. */
async function play(world: HonoursWorld, isHeld: boolean, change: Record<string, string> = {}) {
  await world.open(change);
  for (const [at, name] of nominees.entries()) {
    world.setNow(new Date(Date.parse('2026-11-23T03:00:00Z') + at * 60_000));
    await world.handIn(name);
  }
  world.setNow(new Date('2026-11-23T03:10:00Z'));
  for (const name of nominees) await world.consent(name);
  await world.close();
  await world.nameMembers();
  world.must(await world.answer(world.colleague, 'TH-50', isHeld ? [world.ids.clerk] : []));
  world.must(await world.answer(world.ministryHead, 'MOI'));
  await world.scoreAll({ clerk: 90, organiser: 80, nurse: 80, surveyor: 69 });
}

beforeAll(async () => {
  [free, held, few] = [await createHonoursWorld(), await createHonoursWorld(), await createHonoursWorld()];
  await play(free, false);
  await play(held, true);
  await play(few, true, { leastNominees: '5' });
});
afterAll(() => Promise.all([free, held, few].map((world) => world?.stop())));

type Part = keyof HonoursWorld['people'];
const parts = () => Object.keys(free.people) as Part[];
/** What a person reads, with identifiers taken out. */
const blank = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '#').replaceAll(/[\w+/]{22}==/g, '');
/** Every page that she opens, byte by byte. */
async function opens(world: HonoursWorld, who: TestOfficer): Promise<readonly string[]> {
  const paths = ['', '/round', `/nominations/${world.ids.clerk}`, `/nominations/${world.ids.surveyor}`];
  const answers = await Promise.all(paths.map((path) => world.get(who, `/office/honours${path}`)));
  return answers.map((answer) => blank(`${answer.statusCode} ${answer.body}`));
}
const tables = ['round', 'nomination', 'reason', 'consent', 'clearance', 'member', 'score', 'roll'];
/** Every row that the database hands her. */
const rowsOf = (world: HonoursWorld, who: TestOfficer) =>
  world.inSql(who, async (trx) => {
    const all = [];
    for (const table of tables) {
      const { rows } = await sql`select * from ${sql.raw(`ethics.honour_${table}`)}`.execute(trx);
      all.push(rows.map((row) => blank(JSON.stringify(row))).sort());
    }
    return all;
  });
const roll = async (world: HonoursWorld) =>
  (await world.honours.published('th')).sections
    .find(({ code }) => code === 'PERSON')
    ?.names.map(({ name }) => name);

describe('a hold', () => {
  test('changes no row that the database hands to anybody before the roll is drawn up', async () => {
    for (const part of parts())
      expect(await rowsOf(held, held.people[part]), part).toEqual(await rowsOf(free, free.people[part]));
  });

  test('changes no byte of a page before the roll is drawn up, for whoever has any part in the round', async () => {
    const some = ['clerk', 'head', 'colleague', 'planner', 'ministryHead', 'overseer', 'memberA'] as const;
    for (const part of some)
      expect(await opens(held, held.people[part]), part).toEqual(await opens(free, free.people[part]));
  });

  test('changes the roll alone: the next one takes the place, by the earlier hand-in where means are equal', async () => {
    for (const world of [free, held, few]) {
      world.must(await world.closeScoring());
      world.must(await world.approve());
    }
    expect(await roll(free)).toEqual(['นายclerk ใจซื่อ', 'นายorganiser ใจซื่อ']);
    expect(await roll(held)).toEqual(['นายnurse ใจซื่อ', 'นายorganiser ใจซื่อ']);
    expect(await roll(few)).toEqual([]);
  });

  test('reads like too few marks and like too many honours, to nominators and nominees, letter by letter', async () => {
    const alike = (world: HonoursWorld, name: (typeof nominees)[number], who: TestOfficer) =>
      world.as(who).then(async (signedIn) => {
        const view = JSON.stringify(await world.honours.view(signedIn, world.ids[name], 'th'));
        return blank(view)
          .replaceAll(name, '~')
          .replaceAll(/"(?:centre|unitId)":[^,]*/g, '')
          .replaceAll(/"nominators":\[[^\]]*\]/g, '');
      });
    const page = async (world: HonoursWorld, name: (typeof nominees)[number], who: TestOfficer) => {
      const answer = await world.get(who, `/office/honours/nominations/${world.ids[name]}`);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('ไม่อยู่ในรายชื่อปีนี้');
      return blank(answer.body).replaceAll(name, '~');
    };
    // One too many in one world, below the threshold in the other.
    expect(await page(held, 'surveyor', held.otherHead)).toBe(await page(free, 'nurse', free.otherHead));
    // Held, and below the threshold: names of persons and centres taken out.
    const anybody = async (name: (typeof nominees)[number], who: TestOfficer) =>
      (await page(held, name, who))
        .replaceAll(/นาย(?:otherHead|head) /g, 'นาย1 ')
        .replaceAll(/นาย(?:otherPlanner|ethicsOfficer) /g, 'นาย2 ')
        .replaceAll(/เชียงใหม่|ภูเก็ต/g, '-')
        .replaceAll(/\\"unitId\\",\d+/g, '-');
    for (const who of [held.planner, held.memberA])
      expect(await anybody('clerk', who)).toBe(await anybody('surveyor', who));
    // Held in one world; third of two, or below the threshold, in the other.
    const byHold = await alike(held, 'clerk', held.head);
    expect(await alike(free, 'nurse', free.otherHead)).toBe(byHold);
    expect(await alike(held, 'surveyor', held.otherHead)).toBe(byHold);
    const toHerself = await alike(held, 'clerk', held.clerk);
    expect(await alike(free, 'nurse', free.nurse)).toBe(toHerself);
    expect(await alike(held, 'surveyor', held.surveyor)).toBe(toHerself);
    // Whose standing is the same in both worlds reads the same.
    for (const name of ['surveyor', 'organiser'] as const)
      expect(await alike(held, name, held.planner)).toBe(await alike(free, name, free.planner));
  });

  test('says nothing where too few were nominated, and the ledger of both rounds has the same shape', async () => {
    for (const who of [few.head, few.clerk, few.planner]) {
      const view = await few.honours.view(await few.as(who), few.ids.clerk, 'th');
      expect(view?.standing).toBe('too-few');
    }
    const shape = async (world: HonoursWorld) =>
      (await actsSoFar(world.db))
        .filter(({ act }) => act.startsWith('ethics.honour'))
        .map((entry) => blank(JSON.stringify(entry)));
    expect(await shape(held)).toEqual(await shape(free));
  });
});
