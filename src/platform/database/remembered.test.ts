import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('a thousand askers at once make one question; later ones see the change', async () => {
  let loads = 0;
  const ask = remembered(async () => ++loads, 30);
  expect(new Set(await Promise.all(Array.from({ length: 1_000 }, ask)))).toEqual(new Set([1]));
  await new Promise((done) => setTimeout(done, 40));
  expect(await ask()).toBe(2);
});

test('a failure is not remembered', async () => {
  let loads = 0;
  const ask = remembered(async () => {
    if (++loads === 1) throw new Error('away');
    return loads;
  }, 10_000);
  await expect(ask()).rejects.toThrow('away');
  expect(await ask()).toBe(2);
});
