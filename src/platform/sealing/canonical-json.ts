/** One spelling per JSON value, so that what is signed or hashed today can be rebuilt byte for byte later. */

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Writes a value as RFC 8785 (JCS) canonical JSON: no white space, object keys sorted by UTF-16 code
 * units, ECMAScript number form. Text is kept as it is: no Unicode normalisation.
 *
 * Strict where `JSON.stringify` is lenient: throws a `TypeError` naming the place (`$.a[2]`) for `undefined`,
 * functions, symbols, bigint, NaN, infinities, lone surrogates, sparse arrays, cycles and anything
 * but plain objects, so that two different values never share one spelling.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', []);
}

function write(value: unknown, at: string, above: readonly object[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value, at);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a JSON number at ${at}`);
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`not a JSON value at ${at}: ${typeof value}`);
  if (above.includes(value)) throw new TypeError(`cycle at ${at}`);
  const within = [...above, value];
  if (Array.isArray(value)) {
    // Array.from visits holes too, as undefined, which is refused.
    return `[${Array.from(value, (item, index) => write(item, `${at}[${index}]`, within)).join(',')}]`;
  }
  return writeObject(value, at, within);
}

function writeObject(value: object, at: string, within: readonly object[]): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`not a plain object at ${at}`);
  const parts = Object.keys(value)
    .sort(byCodeUnit)
    .map(
      (key) =>
        `${writeText(key, at)}:${write((value as Record<string, unknown>)[key], `${at}.${key}`, within)}`,
    );
  return `{${parts.join(',')}}`;
}

function writeText(text: string, at: string): string {
  if (!text.isWellFormed()) throw new TypeError(`lone surrogate at ${at}`);
  return JSON.stringify(text);
}

/** JavaScript compares strings by UTF-16 code unit, which is the order RFC 8785 section 3.2.3 asks for. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
