/** For tests only: what an organiser types to make a seminar and its project, and her browser's forms. */
import { randomUUID } from 'node:crypto';
import type { TestOfficer } from '#features/network/testing/office.ts';
import { createSeminarWorld } from '../../testing/world.ts';
import type { StepName } from '../project-rules.ts';

export type ProjectWorld = Awaited<ReturnType<typeof createProjectWorld>>;

export async function createProjectWorld() {
  const world = await createSeminarWorld();
  const { projects } = world.app;

  const typed = (change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    unitId: world.unit('MOI'),
    titleTh: 'สัมมนาศูนย์ปฏิบัติการต่อต้านการทุจริต ประจำปี 2570',
    titleEn: 'Seminar of the centres 2027',
    summaryTh: 'สองวันเรื่องกฎหมายและการรับเรื่อง',
    summaryEn: '',
    startsOn: '2027-06-17',
    endsOn: '2027-06-18',
    venueTh: 'กรุงเทพมหานคร',
    venueEn: 'Bangkok',
    seats: 210,
    ...change,
  });

  const projectText = (seminarId: string, change: Record<string, unknown> = {}) => ({
    seminarId,
    trainingType: 'b',
    rationale: 'รูปแบบการทุจริตเปลี่ยนไป เจ้าหน้าที่ต้องรู้เท่าทัน',
    objectives: 'เพื่อเพิ่มความรู้\nเพื่อแลกเปลี่ยนประสบการณ์',
    targetQuantity: 'ผู้เข้าร่วม 210 คน',
    targetQuality: 'นำไปใช้ในงานได้',
    method: 'บรรยาย\nอภิปราย',
    responsible: 'ศูนย์ปฏิบัติการต่อต้านการทุจริต กระทรวงมหาดไทย',
    evaluation: 'แบบทดสอบก่อนและหลัง',
    expectedResults: 'ผู้เข้าร่วมนำแนวคิดไปปรับใช้',
    ...change,
  });

  /** A draft of the ministry, through the use case. */
  const made = async (change: Record<string, unknown> = {}) => {
    const form = typed(change);
    const outcome = await projects.saveSeminar(await world.as(world.organiser), form);
    if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.fields}`);
    return form;
  };

  const step = async (officer: TestOfficer, seminarId: string, name: StepName, reason = '') =>
    projects.takeStep(await world.as(officer), { id: randomUUID(), seminarId, step: name, reason });

  /** A seminar whose project is written and that has come as far as `upTo`. */
  const through = async (upTo: readonly StepName[], change: Record<string, unknown> = {}) => {
    const form = await made(change);
    const saved = await projects.saveProject(await world.as(world.organiser), projectText(form.id));
    if (!saved.ok) throw new Error(`refused: ${saved.code}`);
    for (const name of upTo) {
      const taken = await step(world.head, form.id, name, 'เหตุผล');
      if (!taken.ok) throw new Error(`${name} refused: ${taken.code}`);
    }
    return form;
  };

  /** As a page's own form is sent. */
  const post = (officer: TestOfficer | undefined, path: string, fields: Record<string, string>) =>
    world.server.inject({
      method: 'POST',
      url: path,
      headers: {
        ...(officer ? { cookie: `prongsai_session=${officer.cookie}` } : {}),
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams(fields).toString(),
    });

  return { ...world, typed, projectText, made, step, through, post };
}
