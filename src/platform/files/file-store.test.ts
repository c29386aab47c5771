/** What is stored stays as it was stored, whoever comes again with the same identifier. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { folderStore, Taken, TooLarge } from './file-store.ts';

const root = mkdtempSync(join(tmpdir(), 'prongsai-store-'));
const store = folderStore(root);
afterAll(() => rmSync(root, { recursive: true, force: true }));
const bytesOf = async (id: string) => buffer((await store.read(id))!.content);
const filesOf = (id: string) => readdirSync(join(root, id.slice(0, 2)));

test('a slow upload that began first does not write over the one that was finished first', async () => {
  const id = randomUUID();
  const slow = new PassThrough();
  const late = store.put(id, slow, 100);
  slow.write('other');
  const evidence = randomBytes(50);
  const { sha256, size } = await store.put(id, Readable.from([evidence]), 100);
  expect([size, sha256]).toEqual([50, createHash('sha256').update(evidence).digest()]);
  slow.end(' words');
  await expect(late).rejects.toThrow(Taken);
  expect(await bytesOf(id)).toEqual(evidence);
  expect(filesOf(id)).toEqual([id]);
});

test('the same bytes again are no conflict; too many leave nothing behind', async () => {
  const id = randomUUID();
  const evidence = randomBytes(50);
  const first = await store.put(id, Readable.from([evidence]), 100);
  expect(await store.put(id, Readable.from([evidence]), 100)).toEqual(first);
  const large = randomUUID();
  await expect(store.put(large, Readable.from([randomBytes(101)]), 100)).rejects.toThrow(TooLarge);
  expect(await store.read(large)).toBeUndefined();
  expect(filesOf(large)).toEqual(large.slice(0, 2) === id.slice(0, 2) ? [id] : []);
});

test('nothing but a UUID names a file', async () => {
  for (const id of ['../../etc/passwd', 'a/../../b', `${randomUUID()}/..`, `${randomUUID()}\u0000`, ''])
    await expect(store.read(id)).rejects.toThrow('not a file id');
});
