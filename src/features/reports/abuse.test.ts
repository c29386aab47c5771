/** One proof of work buys one thing, and one receipt no endless room. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '#platform/sealing/bytes.ts';
import { lookupOf, reporterKeys } from '#platform/sealing/receipt-keys.ts';
import { sign } from '#platform/sealing/signature.ts';
import { openDialogue } from './open-dialogue.ts';
import { sealSaid } from './seal-said.ts';
import { messageSubject, requestBytes } from './signed-request.ts';
import { aCitizen, createWorld, post, solvedProof, type World } from './testing/world.ts';
import { withForm } from './without-script/forms.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

it('a receipt writes so much and no more until an officer answers; contesting stays open', async () => {
  const { stretched, report } = await aCitizen(world);
  await post(world, '/public/reports', { ...report.submission, proof: await solvedProof(world) });
  const found = (await post(world, '/public/follow/look-up', { lookup: await lookupOf(stretched) })).json();
  const keys = await reporterKeys(stretched, fromBase64Url(found.salt));
  const { reportId, nonce } = found as { reportId: string; nonce: string };
  const signed = async (act: 'open' | 'message', subject = '') => ({
    reportId,
    nonce,
    signature: toBase64Url(await sign(keys.signingKey, requestBytes({ act, reportId, nonce, subject }))),
  });
  const write = async (contest = false) => {
    const opened = (await post(world, '/public/follow/open', await signed('open'))).json();
    const { next } = await openDialogue(reportId, opened, keys);
    const said = {
      reportId,
      messageId: randomUUID(),
      text: 'ขอเพิ่มเติม',
      files: [],
      sentAt: world.ground.now(),
    };
    const { sending, hash } = await sealSaid({ ...said, next, keys, contest, sealer: 'reporter' });
    const subject = messageSubject(sending.messageId, hash, contest);
    return (
      await post(world, '/public/follow/messages', { ...sending, ...(await signed('message', subject)) })
    ).json().code as string;
  };
  const codes: string[] = [];
  for (let sent = 0; sent < 45; sent += 1) codes.push(await write());
  expect(codes.filter((code) => code === 'accepted').length).toBeGreaterThanOrEqual(30);
  expect(codes.at(-1)).toBe('wait-for-answer');

  await sql`update cases."case" set stage = 'CLOSED', outcome = 'NO_GROUND', closed_at = now() where id = ${reportId}`.execute(
    world.db.owner,
  );
  expect(await write()).toBe('wait-for-answer');
  expect(await write(true)).toBe('accepted');
}, 60_000);

it('after many misses a look-up costs a proof of work each, not one for all', async () => {
  const guess = async (proof?: object) =>
    (await post(world, '/public/follow/look-up', { lookup: toBase64Url(randomBytes(32)), proof })).statusCode;
  let tries = 0;
  while ((await guess()) === 200 && tries < 500) tries += 1;
  expect(tries).toBeGreaterThan(10);
  const proof = await solvedProof(world);
  expect(await guess(proof)).toBe(200);
  expect([await guess(proof), await guess(proof)]).toEqual([429, 429]);
  expect(await guess(await solvedProof(world))).toBe(200);
});

it('forms without script are read only as far as memory allows, and each gives its room back', async () => {
  const opened: ReadableStreamDefaultController<Uint8Array>[] = [];
  const megabytes = new Uint8Array(25 * 1024 * 1024);
  const sending = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        opened.push(controller);
        controller.enqueue(megabytes);
      },
    });
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(40 * 1024 * 1024),
    };
    const init = { method: 'POST', duplex: 'half', headers, body };
    return withForm(new Request('http://localhost/report', init as RequestInit), async (form) => form);
  };
  const waiting = Array.from({ length: 8 }, sending);
  expect(await Promise.race(waiting)).toBe('busy');
  for (const controller of opened)
    try {
      controller.close();
    } catch {
      // Refused and cancelled by then.
    }
  const answers = await Promise.all(waiting);
  expect([...answers].sort()).toEqual([...Array(2).fill('busy'), ...Array(6).fill('malformed')]);
  const form = new FormData();
  form.set('receipt', '123');
  const posted = new Response(form);
  const bytes = await posted.arrayBuffer();
  const headers = {
    'content-length': String(bytes.byteLength),
    'content-type': posted.headers.get('content-type')!,
  };
  const request = new Request('http://localhost/report', { method: 'POST', headers, body: bytes });
  const read = await withForm(request, async (one) => (typeof one === 'string' ? one : one.text('receipt')));
  expect(read).toBe('123');
});
