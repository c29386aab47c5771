/** How the installation does, as its administrator sees it, and as everybody else does not. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsSoFar, anOfficer, send, type TestOfficer } from '#features/network/testing/office.ts';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { actingAs } from '#platform/database/acting.ts';
import { queueMail } from '#platform/mail/index.ts';

let world: TestApp;
let administrator: TestOfficer;
let ofProvince: TestOfficer;
let head: TestOfficer;

beforeAll(async () => {
  world = await createTestApp();
  administrator = await anOfficer(world.db, 'MOI', ['administrator']);
  ofProvince = await anOfficer(world.db, 'TH-50', ['administrator']);
  head = await anOfficer(world.db, 'MOI', ['head', 'overseer']);
});
afterAll(() => world.stop());

const post = (officer: TestOfficer | undefined, path: string, id: string) =>
  world.server.inject({
    method: 'POST',
    url: path,
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...(officer ? { cookie: `prongsai_session=${officer.cookie}` } : {}),
    },
    payload: new URLSearchParams({ id }).toString(),
  });

async function aMail(): Promise<string> {
  const id = randomUUID();
  const signedIn = (await world.app.network.findSession(head.cookie))!;
  const mail = {
    id,
    to: 'somsri@province.example',
    subject: 'เชิญประชุม',
    text: 'ลับเฉพาะผู้รับ',
    kind: 'test.invitation',
  };
  await actingAs(world.db.asOfficer, signedIn.actor, (trx) => queueMail(trx, mail));
  return id;
}
async function aFailedJob(): Promise<string> {
  const id = randomUUID();
  const values = {
    id,
    name: 'reports.sweep',
    payload: '{"secret":1}',
    error: 'Error src/x.ts:1',
    tries: 6,
    failed_at: new Date(),
  };
  await world.db.owner.insertInto('platform.failed_job').values(values).execute();
  return id;
}

describe('mail', () => {
  test('that waits is seen with where it goes, not to whom nor what it says, and why it waits', async () => {
    await aMail();
    const { body, statusCode } = await send(world.server, administrator, '/office/settings/mail');
    expect(statusCode).toBe(200);
    expect(body).toContain('test.invitation');
    expect(body).toContain('province.example');
    expect(body).toContain('ยังไม่ได้ตั้งเซิร์ฟเวอร์อีเมล');
    expect(body).not.toMatch(/somsri|เชิญประชุม|ลับเฉพาะผู้รับ/);
    expect(world.log()).not.toMatch(/somsri|เชิญประชุม|ลับเฉพาะผู้รับ/);
  });

  test('that was given up waits again, once, and the act is recorded', async () => {
    const id = await aMail();
    await world.db.owner
      .updateTable('platform.mail')
      .set({ failed_at: new Date(), tries: 8, last_error: 'EENVELOPE 550' })
      .where('id', '=', id)
      .execute();
    const { body } = await send(world.server, administrator, '/office/settings/mail?show=failed');
    expect(body).toContain('EENVELOPE 550');
    expect((await post(administrator, '/office/settings/mail?show=failed', id)).statusCode).toBe(200);
    expect((await post(administrator, '/office/settings/mail?show=failed', id)).statusCode).toBe(404);
    expect(
      await world.db.owner
        .selectFrom('platform.mail')
        .select(['tries', 'failed_at'])
        .where('id', '=', id)
        .execute(),
    ).toEqual([{ tries: 0, failed_at: null }]);
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act === 'settings.mail-tried-again');
    expect(acts).toMatchObject([{ id, unit: 'MOI', role: 'administrator' }]);
    expect(await world.runJobs()).toContain('platform.send-mail');
  });
});

describe('background work', () => {
  test('that was given up is seen without its payload, and runs again', async () => {
    const id = await aFailedJob();
    const { body } = await send(world.server, administrator, '/office/settings/jobs');
    expect(body).toContain('reports.sweep');
    expect(body).toContain('Error src/x.ts:1');
    expect(body).not.toContain('secret');
    expect((await post(administrator, '/office/settings/jobs', id)).statusCode).toBe(200);
    expect((await post(administrator, '/office/settings/jobs', id)).statusCode).toBe(404);
    const acts = (await actsSoFar(world.db)).filter(({ act }) => act === 'settings.work-run-again');
    expect(acts).toMatchObject([{ id, facts: { kind: 'reports.sweep' } }]);
    const after = await send(world.server, administrator, '/office/settings/jobs');
    expect(after.body).toContain('สั่งให้ทำอีกครั้งแล้ว');
  });

  test('sweeps what nobody needs', async () => {
    expect(await world.runJobs(['reports.sweep'])).toContain('reports.sweep');
  });
});

describe('refusals', () => {
  test.each(['/office/settings/mail', '/office/settings/jobs'])(
    '%s is closed to a head, to a province’s administrator and to strangers',
    async (path) => {
      const id = path.endsWith('mail') ? await aMail() : await aFailedJob();
      for (const officer of [head, ofProvince]) {
        expect((await send(world.server, officer, path)).statusCode).toBe(403);
        expect((await post(officer, path, id)).statusCode).toBe(403);
      }
      expect((await send(world.server, undefined, path)).statusCode).toBe(302);
      expect((await post(undefined, path, id)).statusCode).toBe(302);
      expect((await post(administrator, path, 'nonsense')).statusCode).toBe(404);
      const asked = await world.db.owner
        .selectFrom('platform.failed_job')
        .select('run_again_at')
        .where('id', '=', id)
        .execute();
      expect(asked.every((row) => row.run_again_at === null)).toBe(true);
    },
  );
});
