import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code unit, at every depth, as the example of RFC 8785 section 3.2.3 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
    expect(canonicalJson([{ b: { d: 1, c: [] }, a: null }])).toBe('[{"a":null,"b":{"c":[],"d":1}}]');
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([1e30, 4.5, 2e-3, 1e-27, -0, 1 / 3])).toBe(
      '[1e+30,4.5,0.002,1e-27,0,0.3333333333333333]',
    );
  });

  it('keeps Thai as written: composed and decomposed SARA AM stay different', () => {
    expect(canonicalJson('น้ำ')).toBe('"น้ำ"');
    expect(canonicalJson('\u0e33')).not.toBe(canonicalJson('\u0e4d\u0e32'));
  });

  it.each([
    ['undefined', undefined],
    ['a field that is undefined', { a: undefined }],
    ['NaN', [Number.NaN]],
    ['infinity', Number.POSITIVE_INFINITY],
    ['bigint', 1n],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a hole', new Array(1)],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('refuses a cycle but not a value used twice', () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => canonicalJson(cycle)).toThrow('cycle');
  });

  it('any JSON value survives, and the spelling does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
      }),
    );
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
}
