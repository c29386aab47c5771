/** For tests only: a ministry and two provinces with a year's honours, played step by step, always the same way. */
import { randomUUID } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { createEthicsWorld } from '../../testing/world.ts';

export type HonoursWorld = Awaited<ReturnType<typeof createHonoursWorld>>;
export type Nominee = 'clerk' | 'organiser' | 'nurse' | 'surveyor';
export const nominees: readonly Nominee[] = ['clerk', 'organiser', 'nurse', 'surveyor'];

const day = '2026-11-23';
export const aCategory = (change: Record<string, string> = {}) => ({
  id: randomUUID(),
  fiscalYear: '2570',
  code: 'PERSON',
  nameTh: 'คนดีศรีมหาดไทย',
  nameEn: 'Good officer',
  nominee: 'person',
  criteria: '60 | ความซื่อสัตย์ | Honesty\n40 | การบริการ | Service',
  most: '2',
  threshold: '70',
  leastScorers: '3',
  leastNominees: '3',
  opensOn: day,
  closesOn: day,
  basisTh: 'หลักเกณฑ์ทดลอง',
  basisEn: 'trial rule',
  source: 'test',
  status: 'unconfirmed',
  ...change,
});

export async function createHonoursWorld() {
  const world = await createEthicsWorld(new Date(`${day}T03:00:00Z`));
  const now = world.ground.now();
  const officer = (unit: string, ...roles: Parameters<typeof anOfficer>[2]) =>
    anOfficer(world.db, unit, roles, { now });
  const { clerk, colleague, organiser, ethicsOfficer, head, otherHead, ministryHead, planner, overseer } =
    world;
  const people = {
    clerk,
    colleague,
    organiser,
    ethicsOfficer,
    head,
    otherHead,
    ministryHead,
    planner,
    overseer,
    nurse: await officer('TH-83', 'case-officer'),
    surveyor: await officer('TH-83', 'organiser'),
    otherPlanner: await officer('TH-83', 'planner'),
    auditor: await officer('MOI', 'auditor'),
    second: await officer('MOI', 'planner'),
    memberA: await officer('TH-40', 'head'),
    memberB: await officer('TH-30', 'head'),
    memberC: await officer('TH-57', 'head'),
    stranger: await officer('TH-40', 'case-officer'),
  };
  // Names that tell the part: twins of this world are compared letter by letter.
  for (const [part, { id }] of Object.entries(people))
    await world.db.owner
      .updateTable('network.person')
      .set({ name_th: `นาย${part} ใจซื่อ`, name_en: null })
      .where('id', '=', id)
      .execute();
  const as = async (who: TestOfficer): Promise<SignedIn> =>
    (await world.app.network.findSession(who.cookie))!;
  const inSql = async <T>(who: TestOfficer, work: (trx: InTransaction) => Promise<T>) =>
    actingAs(world.db.asOfficer, (await as(who)).actor, work);
  const { honours } = world.app.ethics;
  const roundId = randomUUID();
  const ids = Object.fromEntries(nominees.map((name) => [name, randomUUID()])) as Record<Nominee, string>;
  const nominatorsOf = (name: Nominee) =>
    name === 'clerk' || name === 'organiser'
      ? ([head, ethicsOfficer, 'TH-50'] as const)
      : ([otherHead, people.otherPlanner, 'TH-83'] as const);
  const aNomination = (name: Nominee, change: object = {}) => ({
    id: ids[name],
    roundId,
    category: 'PERSON',
    unitId: world.unit(nominatorsOf(name)[2]),
    personId: people[name].id,
    citation: `คำประกาศของ ${name}`,
    reasons: [
      { reason: `ซื่อสัตย์ ${name}`, evidence: 'คืนเงิน', link: 'https://example.go.th/a' },
      { reason: `บริการ ${name}`, evidence: '', link: '' },
    ],
    ...change,
  });
  const must = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return outcome.value;
  };
  const open = async (change: Record<string, string> = {}) => {
    must(await honours.enterCategory(await as(planner), aCategory(change)));
    // Nobody is nominated in the other category that ships.
    must(
      await honours.enterCategory(
        await as(planner),
        aCategory({ code: 'UNIT', nameTh: 'หน่วยงานโปร่งใส', nameEn: 'Office', nominee: 'unit' }),
      ),
    );
    must(await honours.open(await as(planner), { id: roundId }));
  };
  const handIn = async (name: Nominee) => {
    const [first, second] = nominatorsOf(name);
    must(await honours.nominate(await as(first), aNomination(name)));
    must(await honours.support(await as(second), { id: ids[name] }));
  };
  const consent = async (name: Nominee, isGiven = true) =>
    honours.consent(await as(people[name]), { id: ids[name], isGiven });
  const close = async () =>
    must(await honours.closeNominations(await as(planner), { id: roundId, until: '2026-12-31' }));
  const members = [people.memberA, people.memberB, people.memberC];
  const nameMembers = async () => {
    for (const { id } of members)
      must(await honours.nameMember(await as(planner), { id: roundId, personId: id }));
  };
  const answer = async (who: TestOfficer, unit: string, held: readonly string[] = [], id = randomUUID()) =>
    honours.answer(await as(who), { id, roundId, unitId: world.unit(unit), held: [...held] });
  const score = async (who: TestOfficer, name: Nominee, ...scores: number[]) =>
    honours.score(await as(who), { id: ids[name], scores });
  /** All three members, the same marks. */
  const scoreAll = async (marks: Record<Nominee, number>) => {
    for (const who of members)
      for (const name of nominees) must(await score(who, name, marks[name], marks[name]));
  };
  const closeScoring = async (who: TestOfficer = planner) =>
    honours.closeScoring(await as(who), { id: roundId });
  const approve = async (who: TestOfficer = overseer) => honours.approve(await as(who), { id: roundId });
  return {
    ...world,
    ...people,
    people,
    as,
    inSql,
    honours,
    roundId,
    ids,
    aNomination,
    must,
    open,
    handIn,
    consent,
    close,
    nameMembers,
    answer,
    score,
    scoreAll,
    closeScoring,
    approve,
  };
}
