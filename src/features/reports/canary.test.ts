/** A reporter's words, address and browser are nowhere: not in the database, not in the files, not in the log. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#main/testing/test-app.ts';
import { newReceipt } from '#platform/sealing/receipt.ts';
import { stretchReceipt } from '#platform/sealing/receipt-keys.ts';
import { readyFile, sealReport } from './seal-report.ts';
import { digitsOn, hidden, multipart } from './testing/forms.ts';
import { giveKey, lifelikeStory, solvedProof } from './testing/world.ts';

const canary = `นกขมิ้น${Math.random().toString(36).slice(2)}`;
const agent = `canary-browser-${Math.random().toString(36).slice(2)}`;
const address = '203.0.113.77';
const asSomebody = {
  remoteAddress: address,
  headers: { 'user-agent': agent, referer: `https://${agent}.example/` },
};

let instance: TestApp;
beforeAll(async () => {
  instance = await createTestApp();
});
afterAll(() => instance.stop());

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name
    from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(instance.db.owner);
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(
        instance.db.owner,
      );
      return rows.map(({ row }) => row).join('\n');
    }),
  );
  expect(tables.length).toBeGreaterThan(20);
  return texts.join('\n');
}

function everyFile(): Buffer {
  const names = readdirSync(instance.filesDir, { recursive: true, withFileTypes: true });
  return Buffer.concat(
    names.filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

/** As PostgreSQL prints bytes, and as plain text. */
const spellings = (words: string) => [
  words,
  Buffer.from(words).toString('hex'),
  Buffer.from(words).toString('base64'),
];

async function expectNowhere(words: string): Promise<void> {
  const stored = await everythingStored();
  const files = everyFile();
  const log = instance.log();
  for (const spelling of spellings(words)) {
    expect(stored.includes(spelling), `${words} in the database`).toBe(false);
    expect(files.includes(spelling), `${words} in the files`).toBe(false);
    expect(log.includes(spelling), `${words} in the log`).toBe(false);
  }
}

describe('the canary', () => {
  it('would be found if it were there', async () => {
    await sql`create table public.trap as select ${canary}::text as words`.execute(instance.db.owner);
    expect(await everythingStored()).toContain(canary);
    await sql`drop table public.trap`.execute(instance.db.owner);
  });

  it('sealed in the browser is found nowhere', async () => {
    const { recipient, epoch } = await giveKey(instance.db, 'TH-50');
    const file = await readyFile(
      {
        id: crypto.randomUUID(),
        name: `${canary}.txt`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(canary.repeat(20)),
      },
      true,
    );
    const { submission, uploads } = await sealReport({
      id: crypto.randomUUID(),
      messageId: crypto.randomUUID(),
      story: { ...lifelikeStory, happened: canary, name: canary, files: [file.original] },
      title: canary,
      files: [file],
      addressee: { unitCode: 'TH-50', epoch, recipient },
      restriction: 'none',
      stretched: await stretchReceipt(newReceipt()),
      sealer: 'reporter',
      sentAt: new Date(),
    });
    const proof = await solvedProof({ http: instance.server });
    const put = await instance.server.inject({
      ...asSomebody,
      method: 'PUT',
      url: `/public/uploads/${uploads[0]!.attachment.id}`,
      payload: Buffer.from(uploads[0]!.sealed),
      headers: {
        ...asSomebody.headers,
        'content-type': 'application/octet-stream',
        'x-proof-of-work': Buffer.from(JSON.stringify(proof)).toString('base64url'),
      },
    });
    expect(put.json()).toEqual({ code: 'accepted' });
    const answer = await instance.server.inject({
      ...asSomebody,
      method: 'POST',
      url: '/public/reports',
      payload: { ...submission, proof },
    });
    expect(answer.json().code).toBe('accepted');
    await expectNowhere(canary);
  });

  it('sealed by the server for somebody without script is found nowhere but in the answer', async () => {
    const page = await instance.server.inject({ ...asSomebody, url: '/report' });
    const form = multipart([
      ['seed', hidden(page.body, 'seed')],
      ['centre', 'TH-50'],
      ['insider', 'no'],
      ['topic', 'PROCUREMENT'],
      ['happened', canary],
      ['identity', 'named'],
      ['name', canary],
      ['files', { name: `${canary}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(canary) }],
    ]);
    const answer = await instance.server.inject({
      remoteAddress: address,
      method: 'POST',
      url: '/report',
      payload: form.payload,
      headers: { ...asSomebody.headers, ...form.headers },
    });
    const digits = digitsOn(answer.body);
    const back = multipart([
      ['receipt', digits],
      ['intent', 'message'],
      ['text', `${canary} อีกครั้ง`],
    ]);
    const opened = await instance.server.inject({
      remoteAddress: address,
      method: 'POST',
      url: '/follow',
      payload: back.payload,
      headers: { ...asSomebody.headers, ...back.headers },
    });
    expect(opened.body).toContain(canary);
    await expectNowhere(canary);
    await expectNowhere(digits.replaceAll(' ', ''));
    await expectNowhere(hidden(page.body, 'seed'));
  });

  it('in a request that is refused or fails stays out of the log, and so does whoever sent it', async () => {
    for (const request of [
      { method: 'POST', url: '/public/reports', payload: { id: canary } },
      { method: 'POST', url: '/public/reports', payload: `{"${canary}`, type: 'application/json' },
      { method: 'POST', url: '/public/follow/look-up', payload: { lookup: canary } },
      { method: 'GET', url: `/${encodeURIComponent(canary)}?q=${encodeURIComponent(canary)}` },
      { method: 'POST', url: '/follow', payload: canary, type: 'text/plain' },
      { method: 'POST', url: '/report', payload: canary, type: 'multipart/form-data; boundary=x' },
    ] as const)
      await instance.server.inject({
        remoteAddress: address,
        method: request.method,
        url: request.url,
        ...('payload' in request ? { payload: request.payload } : {}),
        headers: { ...asSomebody.headers, ...('type' in request ? { 'content-type': request.type } : {}) },
      });
    await expectNowhere(canary);
    await expectNowhere(agent);
    await expectNowhere(address);
  });
});
