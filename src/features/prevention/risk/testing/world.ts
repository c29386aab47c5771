/** For tests only: a department, a province and the ministry with their officers, and a map with whole risks. */
import { randomUUID } from 'node:crypto';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp } from '#main/testing/test-app.ts';
import type { RiskEntryInput } from '../risk.schemas.ts';
import type { MapStep, Outcome } from '../risk.ts';

export type RiskWorld = Awaited<ReturnType<typeof createRiskWorld>>;

export const fiscalYear = 2570;
export const today = new Date('2026-11-25T03:00:00Z');

/** A risk with every field filled: 4 × 4, very high on the scale of five. */
export const wholeRisk = (mapId: string, change: Partial<RiskEntryInput> = {}): RiskEntryInput => ({
  id: randomUUID(),
  mapId,
  revision: undefined,
  domain: 'permits',
  process: 'การออกใบอนุญาตก่อสร้าง',
  step: 'ตรวจแบบแปลน',
  event: 'เรียกเงินเพื่อให้แบบผ่านเร็วขึ้น',
  who: 'ผู้ตรวจแบบ',
  how: 'ดองคำขอแล้วให้คนกลางติดต่อ',
  isKnown: true,
  cause: 'คนเดียวรับ ตรวจ และเสนอ',
  control: 'คู่มือประชาชน',
  controlQuality: 'weak',
  likelihood: '4',
  impact: '4',
  treatment: 'สุ่มผู้ตรวจและแสดงสถานะออนไลน์',
  owner: 'กลุ่มควบคุมอาคาร',
  dueOn: '2027-03-15',
  indicator: 'ร้อยละของคำขอที่เสร็จตามกำหนด',
  typology: '',
  ...change,
});

export async function createRiskWorld() {
  const world = await createTestApp();
  world.setNow(today);
  const { risks } = world.app;
  const department = await anOfficer(world.db, 'DOL', ['planner'], { now: today });
  const departmentHead = await anOfficer(world.db, 'DOL', ['head'], { now: today });
  const departmentClerk = await anOfficer(world.db, 'DOL', ['case-officer'], { now: today });
  const province = await anOfficer(world.db, 'TH-50', ['planner'], { now: today });
  const ministry = await anOfficer(world.db, 'MOI', ['planner'], { now: today });
  const ministryHead = await anOfficer(world.db, 'MOI', ['head'], { now: today });
  const organiser = await anOfficer(world.db, 'DOL', ['organiser'], { now: today });
  const centres = await world.app.network.listCentres(today);
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;

  const start = async (
    officer = department,
    change: Partial<Parameters<typeof risks.start>[1]> = {},
  ): Promise<string> =>
    must(
      await risks.start(await as(officer), {
        ...{ id: randomUUID(), unitId: unit('DOL'), kind: 'corruption', fiscalYear },
        ...{ framework: 'five-by-five', copyLast: false },
        ...change,
      }),
    ).id;
  const save = async (mapId: string, change: Partial<RiskEntryInput> = {}, officer = department) =>
    must(await risks.saveRisk(await as(officer), wholeRisk(mapId, change))).id;
  const view = async (mapId: string, officer = department) => risks.view(await as(officer), mapId, 'th');
  const step = async (
    officer: TestOfficer,
    mapId: string,
    wanted: MapStep,
    change: {
      reason?: string;
      remarks?: { risk: string; text: string }[];
      id?: string;
      revision?: number;
    } = {},
  ) =>
    risks.step(await as(officer), {
      ...{ id: change.id ?? randomUUID(), mapId, step: wanted },
      revision: change.revision ?? (await view(mapId, officer))?.map.revision ?? 0,
      ...{ reason: change.reason ?? '', remarks: change.remarks ?? [] },
    });
  /** A map of the department, approved with these risks. */
  const approved = async (
    changes: readonly Partial<RiskEntryInput>[] = [{}],
    year = fiscalYear,
  ): Promise<string> => {
    const mapId = await start(department, { fiscalYear: year, copyLast: false });
    for (const change of changes) await save(mapId, change);
    must(await step(department, mapId, 'submitted'));
    must(await step(ministry, mapId, 'verified'));
    must(await step(departmentHead, mapId, 'approved'));
    return mapId;
  };
  return {
    ...world,
    ...{ risks, department, departmentHead, departmentClerk, province, ministry, ministryHead, organiser },
    ...{ unit, as, start, save, view, step, approved },
  };
}

/** The value, or the test fails saying why it was refused. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.fields?.join(', ') ?? ''}`);
  return outcome.value;
}
