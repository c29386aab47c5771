/** Files stay small enough to be read in one go. */
import { expect, test } from 'vitest';
import { isData, readSources } from './sources.ts';

const lines = (text: string) => text.split('\n').length;
const code = readSources().filter(({ path }) => !isData(path) && !path.endsWith('.sql'));

test('no file is longer than 400 lines', () => {
  expect(code.length).toBeGreaterThan(50);
  expect(
    code.filter(({ text }) => lines(text) > 400).map(({ path, text }) => `${path}: ${lines(text)}`),
  ).toEqual([]);
});

test('nine files in ten have at most 240 lines', () => {
  const long = code.filter(({ text }) => lines(text) > 240);
  expect(long.length / code.length).toBeLessThan(0.1);
});

test('every source file begins with what it is for', () => {
  const silent = code.filter(
    ({ path, text }) =>
      /\.(ts|tsx)$/.test(path) &&
      !/^(?:#!.*\n)?\s*(?:\/\/|\/\*)/.test(text) &&
      !/\.(config|test)\.ts$/.test(path),
  );
  expect(silent.map(({ path }) => path)).toEqual([]);
});
