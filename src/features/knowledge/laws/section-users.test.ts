// Who leans on a section: the page says it to citizens, the notice of a change to officers, each no more than may be seen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, send } from '#features/network/testing/office.ts';
import { type CircularWorld, createCircularWorld, to } from '../circulars/testing/world.ts';
import { importLaw } from './import-law.ts';

let t: CircularWorld;
const code = 'gift-return-act-2599';
const title = 'พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. 2599';
const act = (days: string) =>
  [
    'พระราชบัญญัติ',
    'การคืนของขวัญสมมุติ',
    'พ.ศ. ๒๕๙๙',
    '',
    'มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติการคืนของขวัญสมมุติ พ.ศ. ๒๕๙๙”',
    '',
    'มาตรา ๒ ให้ใช้พระราชบัญญัตินี้',
    '',
    `มาตรา ๓ ผู้ใดรับของขวัญต้องคืนภายใน${days}`,
    '',
    'มาตรา ๔ ให้รัฐมนตรีรักษาการ',
  ].join('\n');
const get = (url: string) => t.server.inject({ url });

beforeAll(async () => {
  t = await createCircularWorld();
  await t.db.owner
    .transaction()
    .execute((trx) =>
      importLaw(trx, { code, source: act('สิบห้าวัน'), now: new Date(), inForceFrom: '2026-01-01' }),
    );
  const administrator = await t.as(await anOfficer(t.db, 'MOI', ['administrator']));
  const entered = await t.app.cases.enterClockRule(administrator, {
    ...{ code: 'CAT30', days: 15, dayUnit: 'calendar', validFrom: '2099-01-01', status: 'unconfirmed' },
    ...{ basisTh: `${title} มาตรา 3`, basisEn: 'Invented', source: 'ทดสอบ' },
  });
  expect(entered).toEqual({ ok: true });
}, 120_000);
afterAll(() => t?.stop());

describe('the page of a section', () => {
  test('names the deadline whose basis cites it, by its name, days and page; another section’s page does not', async () => {
    const third = (await get(`/laws/${code}/3`)).body;
    expect(third).toContain('href="/office/settings/clocks#CAT30"');
    expect((await get(`/en/laws/${code}/3`)).body).toContain('Result on a corruption matter');
    expect((await get(`/laws/${code}/4`)).body).not.toContain('settings/clocks');
  });

  test('names public circulars that cite it, and no circular that is not public', async () => {
    const open = await t.issued({ isPublic: true, subject: `การคืนตามมาตรา ๓ แห่ง${title}` });
    const closed = await t.issued({ isPublic: false, subject: `ลับภายใน ${title} มาตรา 3` });
    const page = (await get(`/laws/${code}/3`)).body;
    expect(page).toContain(`href="/circulars?q=${encodeURIComponent(open.number)}"`);
    expect(page).not.toContain(encodeURIComponent(closed.number));
    expect((await get(`/laws/${code}/4`)).body).not.toContain('/circulars?q=');
    expect((await get(`/circulars?q=${encodeURIComponent(open.number)}`)).body).toContain(
      'class="card paper"',
    );
  });

  test('names the topics of the offences that stand on it', async () => {
    const offence = await t.db.owner
      .selectFrom('knowledge.offence')
      .select(['instrument', 'section', 'topics'])
      .where('code', '=', 'CC-149')
      .executeTakeFirstOrThrow();
    const next = Number(offence.section) + 1;
    const source = `ประมวลสมมุติ พ.ศ. ๒๕๐๐\n\nมาตรา ${offence.section} ความสมมุติ\n\nมาตรา ${next} อีกความ`;
    await t.db.owner
      .transaction()
      .execute((trx) => importLaw(trx, { code: offence.instrument, source, now: new Date() }));
    const { users } = (await t.app.laws.section({ code: offence.instrument, number: offence.section }))!;
    expect(offence.topics.length).toBeGreaterThan(0);
    expect(users.topics.map((topic) => topic.code)).toEqual(expect.arrayContaining(offence.topics));
    const page = (await get(`/en/laws/${offence.instrument}/${offence.section}`)).body;
    for (const topic of users.topics) expect(page).toContain(`<a href="/en/report">${topic.nameEn}</a>`);
  });
});

describe('the notice of a changed law', () => {
  test('names sections, deadlines and the reader’s own circulars, with who looks after each', async () => {
    const planner = await t.as(await anOfficer(t.db, 'MOI', ['planner']));
    const own = await t.issued({ audience: to('TH-50'), subject: `ให้เชียงใหม่คืนตาม ${title} มาตรา 3` });
    const confirmed = await t.app.laws.office.confirm(planner, { code, source: act('เจ็ดวัน') });
    expect(confirmed).toMatchObject({ ok: true, report: { outcome: 'changed', changed: ['3'] } });
    const noticeOf = async (officer: typeof t.chiangMai) =>
      (await t.app.notices.list(await t.as(officer))).find(({ kind }) => kind === 'law')!;

    const { touches } = await noticeOf(t.chiangMai);
    expect(touches[0]).toMatchObject({
      kind: 'section',
      href: `/laws/${code}/3?compare=1..2#comparison`,
      ownerRoles: ['planner'],
    });
    expect(touches).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'clock', id: 'CAT30', titleTh: 'สรุปผลเรื่องทุจริต', titleEn: 'Result on a corruption matter' },
        ownerRoles: ['administrator'],
        ownerNameTh: expect.stringContaining('กระทรวงมหาดไทย'),
      }),
    );
    expect(touches.filter(({ kind }) => kind === 'clock')).toHaveLength(1);
    expect(touches.find(({ id }) => id === own.id)).toMatchObject({
      href: `/office/circulars/${own.id}`,
      ownerRoles: expect.arrayContaining(['registrar']),
      ownerUnit: t.unit('MOI'),
    });
    const inPhuket = (await noticeOf(t.phuket)).touches;
    expect(inPhuket.some(({ kind }) => kind === 'circular')).toBe(true);
    expect(inPhuket.some(({ id }) => id === own.id)).toBe(false);

    const page = (await send(t.server, t.chiangMai, '/office/notices')).body;
    expect(page).toContain('compare=1..2#comparison');
    expect(page).not.toContain('>CAT30<');
  });

  test('names offences by their names', async () => {
    const planner = await t.as(await anOfficer(t.db, 'MOI', ['planner']));
    const source = 'ประมวลสมมุติ พ.ศ. ๒๕๐๐\n\nมาตรา 149 ความที่แก้แล้ว\n\nมาตรา 150 อีกความ';
    const answer = await t.app.laws.office.confirm(planner, { code: 'criminal-code', source });
    expect(answer).toMatchObject({ ok: true, report: { changed: ['149'] } });
    const notice = (await t.app.notices.list(await t.as(t.phuket))).find(
      ({ kind, titleTh }) => kind === 'law' && titleTh.includes('มาตรา ๑๔๙'),
    );
    expect(notice?.touches).toContainEqual(
      expect.objectContaining({ kind: 'offence', id: 'CC-149', titleTh: 'เจ้าพนักงานเรียกหรือรับสินบน' }),
    );
    expect(notice?.touches.some(({ kind }) => kind === 'topic')).toBe(true);
  });
});

test('in English a law goes by its English name; one that has none keeps its Thai title, marked, and its kind', async () => {
  const list = (await get('/en/laws')).body;
  expect(list).toMatch(
    /<a href="\/en\/laws\/criminal-code"><span>Criminal Code B\.E\. 2500 \(1957\)<\/span>/,
  );
  expect(list).toMatch(new RegExp(`<a href="/en/laws/${code}"><span lang="th">`));
  expect(list).toContain('>Act<');
  expect((await get(`/en/laws/criminal-code/149`)).body).toContain('<title>Section 149 · Criminal Code');
  expect((await get('/laws')).body).not.toContain('Criminal Code');
});
