/** Nobody fills the memory with a form: pages read the body themselves, and get no more of it than any form needs. */
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { toWebRequest } from './page-handler.ts';

const MiB = 1024 * 1024;

/** A request that announces no length, as one who means harm would send it. */
function posted(contentType: string, parts: Iterable<string>): Request {
  const raw = Readable.from([...parts].map((part) => Buffer.from(part)));
  const request = { method: 'POST', url: '/office', headers: { 'content-type': contentType }, raw };
  return toWebRequest(request as unknown as FastifyRequest, 'http://localhost', new AbortController().signal);
}

const plain = 'application/x-www-form-urlencoded';
const mixed = 'multipart/form-data; boundary=x';
const part = (size: number) => [
  '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n',
  ...Array.from({ length: size / MiB }, () => 'a'.repeat(MiB)),
  '\r\n--x--\r\n',
];

test('a form of an ordinary size arrives whole', async () => {
  const form = await posted(plain, ['a=', 'b'.repeat(MiB / 2)]).formData();
  expect(form.get('a')).toHaveLength(MiB / 2);
  const withFiles = await posted(mixed, part(20 * MiB)).formData();
  expect(withFiles.get('a')).toHaveLength(20 * MiB);
});

test('what goes on and on is cut off, with files and without', async () => {
  const long = ['a=', ...Array.from({ length: 8 }, () => 'b'.repeat(MiB))];
  await expect(posted(plain, long).formData()).rejects.toThrow();
  await expect(posted(mixed, part(48 * MiB)).formData()).rejects.toThrow();
});
