/** Slips as a telephone reads them; the memo on the network, with what it must not show. */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOfficer, send as ask, type TestOfficer } from '#features/network/testing/office.ts';
import { hasPoppler, textOf, wordsOf } from '#platform/documents/testing/read-pdf.ts';
import { qrTextsOf } from '#platform/documents/testing/read-qr.ts';
import { anAnswer } from './testing/draw.ts';
import { createSurveyWorld, must, type SurveyWorld } from './testing/world.ts';

let world: SurveyWorld;
beforeAll(async () => {
  world = await createSurveyWorld();
}, 120_000);
afterAll(() => world?.stop());

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe.skipIf(!hasPoppler)('slips', () => {
  test('each has its code and a QR of the page’s address; no code stands in any address', async () => {
    const id = await world.opened();
    const sheet = async (lang: string) => {
      const answer = await world.server.inject({
        method: 'POST',
        url: `/office/survey/${id}/codes.pdf`,
        headers: {
          cookie: `prongsai_session=${world.head.cookie}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ sheet: randomUUID(), codes: '7', lang }).toString(),
      });
      return answer.rawPayload;
    };
    for (const [lang, path] of [
      ['th', '/survey/TH-50/2570'],
      ['en', '/en/survey/TH-50/2570'],
    ] as const) {
      const paper = await sheet(lang);
      const codes = wordsOf(paper)
        .flat()
        .filter(({ text }) => /^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}$/.test(text));
      expect(new Set(codes.map(({ text }) => text)).size).toBe(7);
      // Each slip the very same address, and the page it leads to takes the code without script.
      for (const { left, right, top } of codes) {
        const slip = { left: (left + right) / 2 - 120, top, width: 240, height: 100 };
        expect(await qrTextsOf(paper, slip)).toEqual([`http://localhost${path}`]);
      }
      const page = await world.server.inject(path);
      expect(page.statusCode).toBe(200);
      expect(page.payload).toContain('name="key"');
    }
  });
});

describe('the memo on the network', () => {
  let small: TestOfficer;
  const memo = (who: TestOfficer | undefined, format = 'pdf') =>
    ask(world.server, who, `/office/survey/network.${format}?year=2570`);

  /** Chiang Mai with twelve answers is shown; Phuket with four is not; Lampang still asks. */
  beforeAll(async () => {
    await world.clear();
    const shown = await world.opened();
    for (const code of await world.codes(shown, 12)) await world.send(code, anAnswer('4', 'Y5'));
    const phuket = { unitId: world.unit('TH-83') };
    const few = await world.opened(phuket, world.otherHead);
    for (const code of await world.codes(few, 4, world.otherHead))
      await world.send(code, anAnswer('1', 'Y5'), { code: 'TH-83', fiscalYear: 2570 });
    must(await world.survey.open(world.as(world.planner), world.aRound({ unitId: world.unit('TH-52') })));
    await world.closed(shown);
    await world.closed(few, world.otherHead);
    small = world.otherHead;
  }, 60_000);

  test('is for who sees every centre; not for a centre, a stranger, or a year in which nothing was asked', async () => {
    for (const who of [world.planner, world.auditor]) {
      const answer = await memo(who);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
    }
    for (const who of [world.head, world.clerk, small]) expect((await memo(who)).statusCode).toBe(404);
    expect((await memo(undefined)).statusCode).toBe(401);
    const department = await anOfficer(world.db, 'DOPA', ['overseer', 'head']);
    expect((await memo(department)).statusCode).toBe(404);
    expect((await ask(world.server, world.planner, '/office/survey/network.pdf?year=2560')).statusCode).toBe(
      404,
    );
    expect((await ask(world.server, world.planner, '/office/survey/network.pdf')).statusCode).toBe(404);
  });

  test.skipIf(!hasPoppler)(
    'gives the shown centre by dimension, and of the small one neither name nor figure',
    async () => {
      const paper = squeezed(textOf((await memo(world.planner)).rawPayload).join(' '));
      const results = await world.survey.network(world.as(world.planner), 2570, 'th');
      expect(paper).toContain('เชียงใหม่');
      for (const { name } of results.indicators) expect(paper).toContain(squeezed(name.th));
      const shown = results.lines.find(({ code }) => code === 'TH-50')!;
      const thai = (text: string) =>
        text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
      expect(paper).toContain(thai(shown.total!.toFixed(2)));
      // The mean is the shown centre's own: the other's would pull it down.
      expect(results.mean.total).toBe(shown.total);
      expect(paper).not.toContain('ภูเก็ต');
      expect(paper).toContain(squeezed('ไม่ถึง ๑๐ คนไม่แสดงคะแนน ไม่ถูกระบุชื่อ และไม่ถูกนับในค่าเฉลี่ย รอบนี้มี ๑ แห่ง'));
      expect(paper).toContain(squeezed('แสดงผลได้ ๑ แห่ง อยู่ระหว่างสำรวจหรือนับผล ๑ แห่ง และยังไม่ได้เปิดสำรวจ ๘๘ แห่ง'));
    },
  );

  test('stands beside a workbook that leaves the same cells empty', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await memo(world.planner, 'xlsx')).rawPayload as unknown as ArrayBuffer);
    const [lines, means] = workbook.worksheets;
    const row = (name: string) =>
      lines!
        .getRows(2, lines!.rowCount - 1)!
        .map((one) => Array.from({ length: lines!.columnCount }, (_, at) => one.getCell(at + 1).value))
        .find(([centre]) => String(centre).includes(name))!;
    expect(
      row('เชียงใหม่')
        .slice(2, 4)
        .every((cell) => cell !== null),
    ).toBe(true);
    expect(
      row('ภูเก็ต')
        .slice(2)
        .every((cell) => cell === null || cell === ''),
    ).toBe(true);
    expect(means!.getCell(2, 2).value).toBeGreaterThan(0);
  });
});
