/** For tests only: a ministry's registrar, officers of three centres, and circulars between them. */
import { randomUUID } from 'node:crypto';
import { anOfficer, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import type { NewCircular } from '../circular.schemas.ts';

export type CircularWorld = Awaited<ReturnType<typeof createCircularWorld>>;

export const to = (code: string) => ({ to: 'centres' as const, codes: [code] });
export const pdf = (text = 'circular') => ({ name: 'หนังสือ.pdf', bytes: Buffer.from(`%PDF-1.7\n${text}`) });

let serial = 0;

export async function createCircularWorld() {
  const world: TestApp = await createTestApp();
  const registrar = await anOfficer(world.db, 'MOI', ['registrar']);
  const chiangMai = await anOfficer(world.db, 'TH-50', ['case-officer']);
  const chiangMaiOrganiser = await anOfficer(world.db, 'TH-50', ['organiser']);
  const phuket = await anOfficer(world.db, 'TH-83', ['head']);
  const centres = await world.app.network.listCentres(new Date());
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  const as = async (officer: TestOfficer) => (await world.app.network.findSession(officer.cookie))!;
  const aCircular = (change: Partial<NewCircular> = {}): NewCircular => {
    serial += 1;
    return {
      id: randomUUID(),
      unitId: unit('MOI'),
      kind: 'circular',
      number: `ที่ มท 0204/ว ${serial}`,
      dated: '2026-11-20',
      subject: 'แนวทางงดรับของขวัญ',
      secrecy: 'none',
      audience: { to: 'all' },
      isPublic: false,
      ...change,
    };
  };
  const issue = async (change: Partial<NewCircular> = {}, officer = registrar, file = pdf()) => {
    const circular = aCircular(change);
    return { circular, outcome: await world.app.circulars.issue(await as(officer), circular, file) };
  };
  /** Issues one and fails the test when that was refused. */
  const issued = async (change: Partial<NewCircular> = {}, officer = registrar) => {
    const { circular, outcome } = await issue(change, officer);
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return circular;
  };
  return { ...world, registrar, chiangMai, chiangMaiOrganiser, phuket, unit, as, aCircular, issue, issued };
}
