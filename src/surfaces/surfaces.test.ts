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

describe('the officers’ side', () => {
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
