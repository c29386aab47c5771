/** What each surface promises on every answer, whatever the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';

let instance: TestApp;
beforeAll(async () => {
  instance = await createTestApp();
});
afterAll(() => instance.stop());

describe('the citizens’ side', () => {
  test.each(['/', '/en', '/no-such-page'])(
    '%s sets no cookie, allows no script, names no other site',
    async (url) => {
      const answer = await instance.server.inject({
        url,
        headers: { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'canary-agent' },
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['content-security-policy']).not.toContain('script-src');
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
      expect(answer.body).not.toMatch(/<script/);
      expect(answer.body).not.toMatch(/(?:src|href)="https?:\/\//);
    },
  );

  test('the log keeps neither address nor browser nor the path’s own words', async () => {
    await instance.server.inject({
      url: '/canary-path?q=canary-query',
      headers: { 'user-agent': 'canary-agent' },
      remoteAddress: '203.0.113.77',
    });
    expect(instance.log()).toContain('"route":"/*"');
    expect(instance.log()).not.toMatch(/canary|203\.0\.113/);
  });
});

test('nobody holds a connection, or the room of a form, by sending without end or not at all', () => {
  const { requestTimeout, headersTimeout, timeout } = instance.server.server;
  for (const [limit, most] of [
    [requestTimeout, 20 * 60_000],
    [headersTimeout, 60_000],
    [timeout, 2 * 60_000],
  ] as const) {
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThanOrEqual(most);
  }
});

describe('every answer', () => {
  test.each([
    '/',
    '/office/sign-in',
    '/assets/no-such.js',
    '/ledger/checkpoint',
    '/ledger/tile/no-such',
    '/public/challenge',
    '/news/feed.xml',
    '/office/files/no-such',
  ])(
    '%s is taken for nothing but its type, and tells no other site where its reader came from',
    async (url) => {
      const { headers } = await instance.server.inject(url);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toMatch(/^(?:no-referrer|same-origin)$/);
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    },
  );

  test('script and style that exist too', async () => {
    const page = await instance.server.inject('/office/sign-in');
    const assets = page.body.match(/\/assets\/[\w.-]+\.(?:js|css)/g) ?? [];
    expect(assets.length).toBeGreaterThan(1);
    for (const url of assets) {
      const answer = await instance.server.inject(url);
      expect([answer.statusCode, answer.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    }
  });
});

describe('pages of officers under other spellings', () => {
  test.each([
    '/Office/work',
    '/OFFICE/work.data',
    '/%6Fffice/work',
    '/office/work.data?_routes=features%2Fcases%2Fpages%2Fwork',
    '/Office/cases/00000000-0000-4000-8000-000000000000.data?_routes=features%2Fcases%2Fpages%2Fcase',
    '/Office/people.data?_routes=features%2Fnetwork%2Fpages%2Fpeople',
  ])('%s leads to the sign-in page and to nothing else', async (url) => {
    const answer = await instance.server.inject(url);
    expect([202, 302]).toContain(answer.statusCode);
    expect(`${answer.headers.location ?? ''}${answer.body}`).toContain('/office/sign-in?next=');
    expect(answer.body).not.toMatch(/counts|appointments|rows/);
  });
});

describe('the officers’ side', () => {
  test('a cookie that cannot be decoded shuts nobody out', async () => {
    const answer = await instance.server.inject({
      url: '/office/sign-in',
      headers: { cookie: 'lang=%; x=%' },
    });
    expect(answer.statusCode).toBe(200);
  });

  test('a change asked for by another site is refused', async () => {
    const foreign = {
      method: 'POST',
      url: '/office/sign-in',
      payload: 'x=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    } as const;
    for (const extra of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const answer = await instance.server.inject({ ...foreign, headers: { ...foreign.headers, ...extra } });
      expect(answer.statusCode).toBe(403);
    }
  });

  test('pages carry a nonce of their own each time', async () => {
    const policies = await Promise.all(
      ['/office/sign-in', '/office/sign-in'].map(
        async (url) => (await instance.server.inject(url)).headers['content-security-policy'],
      ),
    );
    expect(policies[0]).toMatch(/'nonce-[A-Za-z0-9+/=]{20,}'/);
    expect(policies[0]).not.toBe(policies[1]);
  });
});
