/** A person has one token: no link may take it from her browser. */
import { beforeEach, describe, expect, test } from 'vitest';
import { markSent, type Stores, tokenLeft } from './spent-token.ts';

const place = 'prongsai-survey TH-50/2570';

function aStore(): Stores['kept'] {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

let stores: Stores;
beforeEach(() => {
  stores = { kept: aStore(), tab: aStore() };
  stores.kept.setItem(place, 'token');
});

describe('the token of a browser', () => {
  test('goes once this tab has sent it and the page says that it came', () => {
    expect(tokenLeft(stores, place, false)).toBe('token');
    markSent(stores, place, 'token');
    expect(tokenLeft(stores, place, true)).toBeNull();
    expect(tokenLeft(stores, place, false)).toBeNull();
  });

  test('stays when somebody is led to an address that says so', () => {
    expect(tokenLeft(stores, place, true)).toBe('token');
    // The same when she had only opened the form, or sent a slip instead of her token.
    tokenLeft(stores, place, false);
    markSent(stores, place, '4BCD-EFGH-JKMN-PQRS');
    expect(tokenLeft(stores, place, true)).toBe('token');
  });

  test('stays when the form came back, whatever is opened afterwards', () => {
    markSent(stores, place, 'token');
    expect(tokenLeft(stores, place, false)).toBe('token');
    expect(tokenLeft(stores, place, true)).toBe('token');
  });
});
