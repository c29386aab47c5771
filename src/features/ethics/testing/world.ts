/** For tests only: a ministry, two provinces with their officers, and what they report and declare. */
import { randomUUID } from 'node:crypto';
import { anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { NewConflict } from '../conflicts/declare-conflict.ts';
import type { NewGift } from '../gifts/report-gift.ts';

export type EthicsWorld = Awaited<ReturnType<typeof createEthicsWorld>>;

/** The smallest picture that a camera could have taken: two dots, with a place in its EXIF. */
export const photo = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

export async function createEthicsWorld(now = new Date('2026-11-23T03:00:00Z')) {
  const world: TestApp = await createTestApp();
  world.setNow(now);
  const officer = (unit: string, ...roles: Parameters<typeof anOfficer>[2]) =>
    anOfficer(world.db, unit, roles, { now });
  const people = {
    clerk: await officer('TH-50', 'case-officer'),
    colleague: await officer('TH-50', 'case-officer'),
    organiser: await officer('TH-50', 'organiser'),
    ethicsOfficer: await officer('TH-50', 'ethics-officer'),
    head: await officer('TH-50', 'head'),
    otherHead: await officer('TH-83', 'head'),
    ministryHead: await officer('MOI', 'head'),
    planner: await officer('MOI', 'planner'),
    overseer: await officer('MOI', 'overseer'),
  };
  const centres = await world.app.network.listCentres(now);
  const unit = (code: string) => centres.find((centre) => centre.code === code)!.id;
  // Kept from the first moment: a clock moved by weeks ends sessions.
  const signedIn = new Map(
    await Promise.all(
      Object.values(people).map(
        async ({ id, cookie }) => [id, (await world.app.network.findSession(cookie))!] as const,
      ),
    ),
  );
  const as = async (who: TestOfficer) => signedIn.get(who.id)!;
  const inSql = async <T>(who: TestOfficer, work: (trx: InTransaction) => Promise<T>) =>
    actingAs(world.db.asOfficer, (await as(who)).actor, work);
  const aGift = (change: Partial<NewGift> = {}): NewGift => ({
    id: randomUUID(),
    unitId: unit('TH-50'),
    kind: 'gift',
    receivedOn: '2026-11-20',
    giver: 'บริษัท สะพานเหล็ก จำกัด',
    relation: 'PRIVATE-BODY',
    item: 'กระเช้าผลไม้และบัตรกำนัล',
    valueBaht: 4500,
    occasion: 'ขอบคุณหลังตรวจรับงาน',
    reason: 'ฝากไว้ที่ป้อมยามโดยไม่มีผู้รับ',
    ...change,
  });
  const report = async (change: Partial<NewGift> = {}, who = people.clerk, picture?: Uint8Array) => {
    const gift = aGift(change);
    return { gift, outcome: await world.app.ethics.gifts.report(await as(who), gift, picture) };
  };
  /** Reports one and fails the test when that was refused. */
  const reported = async (change: Partial<NewGift> = {}, who = people.clerk) => {
    const { gift, outcome } = await report(change, who);
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return gift;
  };
  const decide = async (giftId: string, who: TestOfficer, decision = 'return' as const, id = randomUUID()) =>
    world.app.ethics.gifts.decide(await as(who), { id, giftId, decision, reasons: 'ผู้ให้เป็นคู่สัญญา' });
  const aConflict = (change: Partial<NewConflict> = {}): NewConflict => ({
    id: randomUUID(),
    unitId: unit('TH-50'),
    matter: 'procurement',
    about: 'จ้างซ่อมสะพานหนองหอย',
    relation: 'KIN',
    interest: 'RELATIVE-BIDS',
    detail: 'น้องชายเป็นกรรมการของผู้เสนอราคา',
    ...change,
  });
  const declared = async (change: Partial<NewConflict> = {}, who = people.clerk) => {
    const conflict = aConflict(change);
    const outcome = await world.app.ethics.conflicts.declare(await as(who), conflict);
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
    return conflict;
  };
  /** A page's own form, as a browser posts it. */
  const post = (who: TestOfficer, path: string, fields: Record<string, string>) =>
    world.server.inject({
      method: 'POST',
      url: path,
      headers: {
        cookie: `prongsai_session=${who.cookie}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const get = (who: TestOfficer | undefined, path: string) => send(world.server, who, path);
  return {
    ...world,
    ...people,
    unit,
    as,
    inSql,
    aGift,
    report,
    reported,
    decide,
    aConflict,
    declared,
    post,
    get,
  };
}
