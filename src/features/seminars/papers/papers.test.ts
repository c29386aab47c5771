/** Papers as a registry clerk receives them: filled from what is known, silent about nothing, only for who organises. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, textOf } from '#platform/documents/testing/read-pdf.ts';
import { createProgrammeWorld, type ProgrammeWorld } from '../programme/testing/programme-world.ts';
import { attendanceFigures } from './attendance-figures.ts';
import { summaryMemo } from './compose-memos.ts';
import { createPapers } from './index.ts';
import type { PaperKind } from './paper.ts';
import { readMatter } from './paper-matter.ts';

let world: ProgrammeWorld;
let seminarId: string;
let speakerId: string;
beforeAll(async () => {
  world = await createProgrammeWorld();
  const form = await world.made({ nominateBy: '2027-05-14', releaseOn: '2027-05-28' });
  seminarId = form.id;
  const organiser = await world.as(world.organiser);
  world.must(
    await world.app.projects.saveProject(
      organiser,
      world.projectText(seminarId, { moneySource: 'งบดำเนินงาน สำนักงานปลัดกระทรวงมหาดไทย' }),
    ),
  );
  const hall = await world.room(seminarId, 'ห้องราชดำเนิน');
  speakerId = await world.speaker(seminarId, 'นายอนันต์ ใจดี', { positionTh: 'ผู้เชี่ยวชาญด้านกฎหมาย' });
  const slot = await world.part(seminarId, {
    roomId: hall,
    speakers: [{ speakerId, role: 'speaker' }],
  });
  await world.part(seminarId, { kind: 'panel', titleTh: 'แลกเปลี่ยนประสบการณ์', from: '13:00', to: '15:00' });
  const line = { category: 'food', description: 'อาหารกลางวัน', quantity: 210, unit: 'คน', unitPrice: 300 };
  const opened = (await world.app.projects.open(organiser, seminarId))!.seminar;
  const { linesMark, feesMark } = await world.app.money.budget(organiser, opened);
  const lines = [{ id: crypto.randomUUID(), ...line }];
  world.must(await world.app.money.saveLines(organiser, { seminarId, mark: linesMark, lines }));
  const claims = [{ slotId: slot.id, speakerId, isPaid: true, hours: 2, rate: 800 }];
  world.must(await world.app.money.saveFees(organiser, { seminarId, mark: feesMark, claims }));
  await world.aSeat(seminarId, 'TH-50');
});
afterAll(() => world.stop());

const pathOf = (kind: PaperKind, query = '') => `/office/seminars/${seminarId}/papers/${kind}.pdf${query}`;
const get = (path: string, officer: { cookie: string } | undefined = world.organiser) =>
  world.server.inject({
    url: path,
    headers: officer ? { cookie: `prongsai_session=${officer.cookie}` } : {},
  });
/** Its words without the line ends that the page made. */
const wordsOf = async (kind: PaperKind, query = '') => {
  const answer = await get(pathOf(kind, query));
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  if (process.env['KEEP_PAPERS'])
    writeFileSync(`${process.env['KEEP_PAPERS']}/${kind}.pdf`, answer.rawPayload);
  return textOf(answer.rawPayload).join('\n').replaceAll(/\s+/g, '');
};

describe.skipIf(!hasPoppler)('what papers say', () => {
  test.each<[PaperKind, readonly string[]]>([
    [
      'approval',
      [
        'บันทึกข้อความ',
        'ปลัดกระทรวงมหาดไทย',
        '๑.หลักการและเหตุผล',
        'รูปแบบการทุจริตเปลี่ยนไป',
        'เชิงปริมาณ:ผู้เข้าร่วม๒๑๐คน',
        'ระหว่างวันที่๑๗มิถุนายน๒๕๗๐ถึง๑๘มิถุนายน๒๕๗๐',
        'ค่าสมนาคุณวิทยากรตามกำหนดการ',
        '๖๔,๖๐๐.๐๐บาท(หกหมื่นสี่พันหกร้อยบาทถ้วน)เบิกจ่ายจากงบดำเนินงาน',
        'จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ',
      ],
    ],
    ['invitation', ['ขอเชิญส่งผู้แทนเข้าร่วม', 'ภายในวันที่๑๔พฤษภาคม๒๕๗๐', '๒๘พฤษภาคม๒๕๗๐']],
    ['quotas', ['จะแจ้งในระบบเมื่อกำหนดแล้ว']],
    ['programme', ['วันพฤหัสบดีที่17มิถุนายน2570', '09:00–10:30น.', 'ห้องราชดำเนิน', 'วิทยากรนายอนันต์ใจดี']],
    ['sign-in', ['ช่วงเช้า', 'ช่วงบ่าย', 'จังหวัดเชียงใหม่', 'ผู้เข้าร่วม']],
    [
      'claim',
      [
        'นายอนันต์ใจดี',
        '๑,๖๐๐.๐๐',
        'อัตรา๘๐๐บาทต่อชั่วโมงเกินเพดาน๖๐๐บาท',
        'เบิก๒ชั่วโมงแต่เวลาในกำหนดการนับได้๑.๕ชั่วโมง',
        'ค่าใช้จ่ายในการฝึกอบรม',
        'ข้อนี้ยังไม่ยืนยัน',
      ],
    ],
    ['summary', ['ได้รับที่นั่ง๑คนจาก๑ศูนย์', 'ยังไม่มีข้อมูลการลงเวลา', 'ยังไม่มีผลประเมิน']],
  ])('%s', async (kind, said) => {
    const words = await wordsOf(kind);
    for (const each of said) expect(words).toContain(each);
  });

  test('a speaker is invited to her own parts', async () => {
    const words = await wordsOf('speaker-invitation', `?speaker=${speakerId}`);
    expect(words).toContain('นายอนันต์ใจดีผู้เชี่ยวชาญด้านกฎหมาย');
    expect(words).toContain('กฎหมายที่ต้องรู้');
    expect(words).not.toContain('แลกเปลี่ยนประสบการณ์');
  });

  test('number, date and signature are those that the registry gave', async () => {
    const organiser = await world.as(world.organiser);
    const typed = {
      seminarId,
      kind: 'approval',
      number: 'มท 0202.1/456',
      dated: '2027-02-01',
      signerName: 'นางสาวดารณี แสงธรรม',
      signerPosition: 'หัวหน้าศูนย์',
    };
    for (let times = 0; times < 2; times++)
      expect(await world.app.papers.save(organiser, typed)).toMatchObject({ ok: true });
    const words = await wordsOf('approval');
    for (const each of ['มท๐๒๐๒.๑/๔๕๖', '๑กุมภาพันธ์๒๕๗๐', 'นางสาวดารณีแสงธรรม']) expect(words).toContain(each);
  });
});

describe('the summary', () => {
  const figures = {
    attendance: { attended: 201, completed: 187 },
    tests: { pairs: 180, before: 54.25, after: 76.5, gain: 0.487 },
    evaluation: { answered: 150, means: [{ nameTh: 'เนื้อหา', mean: 4.41 }] },
  };

  test('takes figures from whoever knows them and says of the others that they are missing', async () => {
    const parts = { ground: world.ground, network: world.app.network };
    const matter = (await readMatter(parts, await world.as(world.organiser), seminarId, 'summary'))!;
    const all = JSON.stringify(summaryMemo(matter, figures).blocks);
    for (const said of ['เข้าร่วมจริง 201 คน', 'ร้อยละ 54.3 หลังร้อยละ 76.5', 'ร้อยละ 48.7', 'เนื้อหา', '4.41'])
      expect(all).toContain(said);
    expect(all).not.toContain('ยังไม่มี');
    const some = JSON.stringify(summaryMemo(matter, { tests: figures.tests }).blocks);
    expect(some).toContain('ยังไม่มีข้อมูลการลงเวลา');
    expect(some).not.toContain('201');
  });

  test('counts who came and who came long enough, and says nothing while nobody was entered', () => {
    const person = (present: readonly string[], reaches: boolean) => ({ present, reaches });
    const people = [person(['a', 'b'], true), person(['a'], false), person([], false)];
    expect(attendanceFigures({ people })).toEqual({ attended: 2, completed: 1 });
    expect(attendanceFigures({ people: [person([], false)] })).toBeUndefined();
    expect(attendanceFigures(undefined)).toBeUndefined();
  });

  test('asks only the parts that main has named', async () => {
    const asked: string[] = [];
    const papers = createPapers(world.ground, world.app.network, {
      attendance: async (_signedIn, id) => {
        asked.push(id);
        return undefined;
      },
    });
    await papers.make(await world.as(world.organiser), { seminarId, kind: 'summary' });
    expect(asked).toEqual([seminarId]);
  });
});

describe('refusals', () => {
  test('papers are the organising centre’s: others, strangers and unknown kinds get none', async () => {
    expect((await get(pathOf('approval'), world.chiangMaiHead)).statusCode).toBe(404);
    expect((await world.server.inject(pathOf('approval'))).statusCode).toBe(401);
    expect((await get(`/office/seminars/${seminarId}/papers/no-such.pdf`)).statusCode).toBe(404);
    expect((await get('/office/seminars/no-id/papers/approval.pdf')).statusCode).toBe(404);
    expect((await get(pathOf('speaker-invitation', '?speaker=x'))).statusCode).toBe(404);
    const paper = { seminarId, kind: 'approval', number: 'x' };
    expect(await world.app.papers.save(await world.as(world.chiangMaiHead), paper)).toMatchObject({
      ok: false,
    });
  });

  test('the public has the programme of a published seminar as a paper, and of no draft', async () => {
    const form = await world.through(['submit', 'approve', 'publish']);
    await world.part(form.id);
    const slugOf = async (id: string) =>
      (await world.app.projects.open(await world.as(world.organiser), id))!.seminar.slug;
    const paper = await world.server.inject(`/seminars/${await slugOf(form.id)}/programme.pdf`);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await world.server.inject(`/seminars/${await slugOf(seminarId)}/programme.pdf`)).statusCode).toBe(
      404,
    );
  });
});
