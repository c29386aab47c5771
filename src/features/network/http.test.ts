/** Whatever is sent to the officers' routes, in form or not, by whomever: an answer with a code, never a fault. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { anOfficer, send, type TestOfficer } from './testing/office.ts';

let world: TestApp;
let officer: TestOfficer;
const open = [
  '/language',
  '/sign-in/passkey/options',
  '/sign-in/passkey',
  '/sign-in/password',
  '/join/passkey/options',
  '/join/passkey',
  '/join/password/options',
  '/join/password',
];
const own = [
  '/confirm/options',
  '/confirm',
  '/own/passkey/options',
  '/own/passkey',
  '/own/passkey/remove',
  '/own/session/end',
  '/keys',
  '/keys/wrap',
  '/keys/retire',
  '/centres/TH-50/epochs',
  '/centres/TH-50/grants',
  '/centres/TH-50',
  '/centres',
  '/invitations',
  '/invitations/revoke',
  '/invitations/resend',
  '/people/renew',
  '/people/account',
  '/people/end-sessions',
  '/appointments',
  '/appointments/end',
];

beforeAll(async () => {
  world = await createTestApp();
  officer = await anOfficer(world.db, 'TH-50', ['case-officer', 'head', 'administrator']);
});
afterAll(() => world.stop());

/** Bodies with the right names and values that are nearly right, so that many pass the first check. */
const value = fc.oneof(
  fc.string(),
  fc.uuid(),
  fc.emailAddress(),
  fc.integer(),
  fc.constantFrom('TH-50', 'MOI', 'case-officer', '2026-02-30', '2026-11-23', 'A'.repeat(43), '\u0000', null),
  fc.array(fc.constantFrom('case-officer', 'head', 'nobody'), { maxLength: 3 }),
);
const credential = fc.record({
  id: fc.base64String().map((text) => text.replace(/[^\w]/g, 'a') || 'a'),
  rawId: fc.constant('abcd'),
  type: fc.constant('public-key'),
  response: fc.record({
    clientDataJSON: fc.constantFrom('e30', 'AAAA', 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0'),
    attestationObject: fc.constantFrom('AAAA', 'oA'),
    authenticatorData: fc.constant('AAAA'),
    signature: fc.constant('AAAA'),
  }),
  clientExtensionResults: fc.constant({}),
});
const names =
  'token,email,nameTh,nameEn,password,code,ceremonyId,locale,id,newId,personId,unitCode,roles,role,orderNo,actingFor,validFrom,validTo,open,publicId,recipient,signingKey,wraps,epoch,grants,parentCode,source,kind,label'.split(
    ',',
  );
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 }),
  fc.tuple(fc.uuid(), credential).map(([ceremonyId, response]) => ({
    ceremonyId,
    response,
    label: 'x',
    token: 'A'.repeat(43),
    newcomer: { email: 'a@b.example', nameTh: 'ก', locale: 'th', alsoRoles: [] },
  })),
  fc.object(),
);

test('fuzzed bodies on every route are refused in good order', { timeout: 60_000 }, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...open, ...own),
      body,
      fc.boolean(),
      async (path, payload, signedIn) => {
        const who = signedIn ? officer : undefined;
        const answer = await send(world.server, who, `/office/api${path}`, payload);
        answered += 1;
        expect(answer.statusCode, `${path} ${JSON.stringify(payload)}: ${answer.body}`).toBeLessThan(500);
        if (answer.statusCode >= 400) expect(answer.json().code).toMatch(/^[a-z-]+$/);
        // A body that would poison a prototype is refused as no JSON, before anybody asks who sent it.
        const poison =
          JSON.stringify(payload)?.includes('"__proto__"') ||
          JSON.stringify(payload)?.includes('"constructor"');
        if (!signedIn && own.includes(path)) expect(poison ? [400, 401] : [401]).toContain(answer.statusCode);
      },
    ),
    { numRuns: 600 },
  );
  expect(answered).toBeGreaterThanOrEqual(600);
});

test('a body that is no JSON, or too large, is refused as well', async () => {
  for (const payload of ['{', 'x'.repeat(2 * 1024 * 1024), '[]', '"text"', 'null']) {
    const answer = await world.server.inject({
      method: 'POST',
      url: '/office/api/sign-in/password',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      payload,
    });
    expect([400, 413]).toContain(answer.statusCode);
  }
});
