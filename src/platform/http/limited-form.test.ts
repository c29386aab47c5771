/** Forms of strangers: read in no more time than their size asks for. */
import { expect, test } from 'vitest';
import { fieldsOf, readForm } from './limited-form.ts';

const posted = (body: string) =>
  new Request('http://localhost', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const many = (count: number) => Array.from({ length: count }, (_, at) => at.toString(36)).join('&');

test('a form with more fields than any page has is none, however small it is', async () => {
  expect(await readForm(posted(many(2_000)), 128 * 1024)).toBeDefined();
  expect(await readForm(posted(many(2_001)), 128 * 1024)).toBeUndefined();
  expect(await readForm(posted(many(2_001)), 128 * 1024, 3_000)).toBeDefined();
});

test('all fields come as plain text; of one name the first counts', async () => {
  const form = await readForm(posted('a=+1%0D%0A2+&b=3&a=4&__proto__=5'), 1_000);
  const fields = fieldsOf(form!);
  expect(Object.entries(fields)).toEqual([
    ['a', '1\n2'],
    ['b', '3'],
    ['__proto__', '5'],
  ]);
});
