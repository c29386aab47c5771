/** The list of seminars as a file: as it is filtered, and only what the officer sees on the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { createProjectWorld, type ProjectWorld } from './testing/project-world.ts';

let world: ProjectWorld;
beforeAll(async () => {
  world = await createProjectWorld();
  await world.made({ titleTh: '=cmd สัมมนาที่ยังร่างอยู่', titleEn: '=cmd still a draft' });
});
afterAll(() => world.stop());

const ask = (url: string, officer?: ProjectWorld['organiser']) =>
  world.server.inject({
    url,
    ...(officer ? { headers: { cookie: `prongsai_session=${officer.cookie}` } } : {}),
  });

describe('the list as a file', () => {
  test('holds what the page shows, in the language asked for, and no formula', async () => {
    const csv = await ask('/office/seminars.csv?lang=en', world.organiser);
    expect(csv.statusCode).toBe(200);
    expect(csv.body).toContain("'=cmd still a draft");
    expect(csv.body).toContain('Draft');
    const xlsx = await ask('/office/seminars.xlsx?state=draft', world.organiser);
    const sheet = readSheet(xlsx.rawPayload, 'seminars.xlsx', { maxRows: 10, maxColumns: 10 });
    expect(sheet.ok && sheet.rows[1]?.[0]).toContain('สัมมนาที่ยังร่างอยู่');
  });

  test('heeds the filter', async () => {
    const { body } = await ask('/office/seminars.csv?state=closed', world.organiser);
    expect(body).toContain('สัมมนา,');
    expect(body).not.toContain('สัมมนาที่ยังร่างอยู่');
  });

  test('shows no draft of another centre, and nothing to who has not signed in', async () => {
    const stranger = await ask('/office/seminars.csv', world.chiangMai);
    expect(stranger.statusCode).toBe(200);
    expect(stranger.body).not.toContain('สัมมนาที่ยังร่างอยู่');
    expect((await ask('/office/seminars.csv')).statusCode).not.toBe(200);
  });
});
