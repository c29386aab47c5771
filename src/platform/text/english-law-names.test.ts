// Every law that citations know has an English name, and a code that somebody types has none by accident.
import { expect, test } from 'vitest';
import { englishLawName } from './english-law-names.ts';
import { lawNames } from './law-names.ts';

test('every known law has an English name of its own', () => {
  const names = lawNames.map(({ id }) => englishLawName(id));
  expect(names.length).toBeGreaterThan(20);
  expect(names.every((name) => name && /^[A-Z][A-Za-z -]+$/.test(name))).toBe(true);
  expect(new Set(names).size).toBe(names.length);
});

test('an unknown law has none, whatever its code', () => {
  for (const code of ['gift-act', 'constructor', 'toString']) expect(englishLawName(code)).toBeUndefined();
});
