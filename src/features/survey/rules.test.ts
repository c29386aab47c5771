/** Codes and tokens as text, what may be shown of small groups, and scores out of counts. */
import { randomBytes } from 'node:crypto';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBytes, readKey, writeCode } from './code-rules.ts';
import { faults, nextCode } from './questionnaire-rules.ts';
import { questionnaireSeed } from './questionnaires.seed.ts';
import { rateOf, resultsOf, scoresOf } from './score-rules.ts';
import { hiddenCells } from './suppression-rules.ts';
import { whole } from './survey.ts';
import { drawToken, forgedToken } from './testing/draw.ts';
import { codesOf, hashOf, isGenuine, publicKeyOf, signBlinded } from './token.ts';

const secret = Buffer.alloc(32, 7);
const roundId = '0b6f0c1e-8b0e-4a52-9d1c-000000000001';

describe('codes', () => {
  test('have eighty bits, and are read however they are typed', () => {
    expect(codeBytes * 8).toBe(80);
    const code = writeCode(Buffer.from('00443214c74254b635cf', 'hex'));
    expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(readKey(typed)).toEqual(readKey(code));
  });

  test('come back out of their text, whatever their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        expect(readKey(writeCode(bytes))).toEqual({ kind: 'code', bytes });
      }),
    );
  });

  test('what can be no code and no token is told from one', () => {
    for (const typed of ['', 'ABCD', 'UUUU-UUUU-UUUU-UUUU', 'ก'.repeat(16), 'A'.repeat(127), 'A'.repeat(129)])
      expect(readKey(typed)).toBeUndefined();
  });

  test('a sheet gives the same codes again, and no two sheets or rounds share one', () => {
    const sheet = (round: string, id: string) => codesOf(secret, round, id, 200).map(writeCode);
    expect(sheet(roundId, 'a')).toEqual(sheet(roundId, 'a'));
    expect(new Set([...sheet(roundId, 'a'), ...sheet(roundId, 'b'), ...sheet('other', 'a')]).size).toBe(600);
  });
});

describe('tokens', () => {
  test('follow RFC 9497, appendix A.1.2', () => {
    const seed = new Uint8Array(32).fill(0xa3);
    const keys = ristretto255_oprf.voprf.deriveKeyPair(seed, new TextEncoder().encode('test key'));
    expect(Buffer.from(keys.publicKey).toString('hex')).toBe(
      'c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e',
    );
  });

  test('are known again by the server, which has seen nothing of them', async () => {
    let seen = '';
    const ask = async (blinded: string) => {
      seen = blinded;
      const signed = signBlinded(secret, roundId, Buffer.from(blinded, 'base64url'))!;
      return {
        evaluated: Buffer.from(signed.evaluated).toString('base64url'),
        proof: Buffer.from(signed.proof).toString('base64url'),
      };
    };
    const key = Buffer.from(publicKeyOf(secret, roundId)).toString('base64url');
    const token = readKey(await drawToken(ask, key))!;
    if (token.kind !== 'token') throw new Error('no token');
    expect(isGenuine(secret, roundId, token)).toBe(true);
    expect(isGenuine(secret, '0b6f0c1e-8b0e-4a52-9d1c-000000000002', token)).toBe(false);
    expect(Buffer.from(token.input).toString('base64url')).not.toContain(seen);
    expect(hashOf(secret, roundId, token).toString('base64url')).not.toBe(seen);
    // A server that signs one person by a key of her own, to know her again, is found out.
    const other = Buffer.from(publicKeyOf(secret, 'another')).toString('base64url');
    await expect(drawToken(ask, other)).rejects.toThrow('wrong-key');
  });

  test('cannot be made up', () => {
    const forged = readKey(forgedToken())!;
    expect(forged.kind === 'token' && isGenuine(secret, roundId, forged)).toBe(false);
    expect(signBlinded(secret, roundId, randomBytes(32).fill(0xff))).toBeUndefined();
  });
});

describe('small groups', () => {
  const cells = (people: readonly number[]) => people.map((n, at) => ({ key: String(at), people: n }));
  const hidden = (people: readonly number[], k: number) => [...hiddenCells(cells(people), k)].sort();

  test('a group of three takes the next smallest with it, so that it cannot be had by subtraction', () => {
    expect(hidden([30, 3, 12, 20], 10)).toEqual(['1', '2']);
    expect(hidden([30, 6, 7, 20], 10)).toEqual(['1', '2']);
    expect(hidden([30, 12, 0], 10)).toEqual([]);
    expect(hidden([4, 5], 10)).toEqual(['0', '1']);
    expect(hidden([9, 1], 10)).toEqual(['0', '1']);
  });

  /** Everything that can be computed of the total and the shown groups by adding and subtracting. */
  function derivable(
    people: readonly number[],
    out: ReadonlySet<string>,
    totalShown: boolean,
  ): readonly number[] {
    const shown = people.map((_, at) => at).filter((at) => !out.has(String(at)));
    const sums: number[] = [];
    for (let mask = 0; mask < 2 ** shown.length; mask++) {
      const sum = shown.reduce((all, at, bit) => all + (mask & (2 ** bit) ? people[at]! : 0), 0);
      sums.push(sum);
      if (totalShown) sums.push(people.reduce((all, n) => all + n, 0) - sum);
    }
    return sums;
  }

  test('no group smaller than the smallest can be derived, from whatever was answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 5, max: 20 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
        (people, k, already) => {
          const out = hiddenCells(cells(people), k, new Set(already.map(String)));
          const total = people.reduce((all, n) => all + n, 0);
          for (const size of derivable(people, out, total >= k)) expect(size === 0 || size >= k).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('and of no item either, although some give no points', () => {
    const step = fc.constantFrom('4', '1', 'NA');
    const bands = ['Y1', 'Y5', 'Y10', 'Y11'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...bands, ''), step, step), { maxLength: 120 }),
        fc.integer({ min: 5, max: 15 }),
        (answers, k) => {
          const count = (band: string, item: number, choice?: string) =>
            answers.filter((one) => one[0] === band && (choice === undefined || one[item] === choice)).length;
          const tallies = [1, 2].flatMap((item) =>
            [...bands, ''].flatMap((band) =>
              ['4', '1', 'NA'].map((choice) => ({
                band,
                item: `Q${item}`,
                choice,
                people: count(band, item, choice),
              })),
            ),
          );
          const results = resultsOf({
            bands,
            items: [{ code: 'Q1' }, { code: 'Q2' }],
            choices: questionnaireSeed.choices,
            smallestGroup: k,
            returned: new Map([...bands, ''].map((band) => [band, count(band, 1)])),
            tallies,
            entitled: new Map(),
          });
          const all = results.find(({ band }) => band === whole)!;
          const groups = results.filter(({ band }) => band !== whole);
          for (const item of ['Q1', 'Q2']) {
            const total = all.items.find((one) => one.item === item)?.scored;
            const shown = groups.flatMap((group) => group.items.filter((one) => one.item === item));
            for (const { scored } of shown) expect(scored).toBeGreaterThanOrEqual(k);
            if (total === undefined) expect(shown).toEqual([]);
            else {
              const rest = total - shown.reduce((sum, { scored }) => sum + scored, 0);
              expect(total >= k && (rest === 0 || rest >= k)).toBe(true);
            }
          }
          const rest = (all.people ?? 0) - groups.reduce((sum, { people }) => sum + (people ?? 0), 0);
          expect(rest === 0 || rest >= k).toBe(true);
          for (const { people } of groups) expect(people === undefined || people >= k).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('scores', () => {
  test('are means of means; "don’t know" gives no points', () => {
    const results = resultsOf({
      bands: ['Y1'],
      items: [{ code: 'Q1' }],
      choices: questionnaireSeed.choices,
      smallestGroup: 5,
      returned: new Map([['Y1', 12]]),
      tallies: [
        { band: 'Y1', item: 'Q1', choice: '4', people: 6 },
        { band: 'Y1', item: 'Q1', choice: '1', people: 4 },
        { band: 'Y1', item: 'Q1', choice: 'NA', people: 2 },
      ],
      entitled: new Map([['Y1', 16]]),
    });
    expect(results[0]).toEqual({
      band: whole,
      people: 12,
      entitled: 16,
      items: [{ item: 'Q1', scored: 10, mean: 60 }],
    });
    expect(rateOf(results[0]!)).toBe(75);
    const items = [
      { code: 'A', indicator: 'I1' },
      { code: 'B', indicator: 'I1' },
      { code: 'C', indicator: 'I2' },
    ];
    const mean = (item: string, value: number) => ({ item, scored: 10, mean: value });
    expect(scoresOf(items, [mean('A', 50), mean('B', 100), mean('C', 25)])).toEqual({
      total: 50,
      indicators: new Map([
        ['I1', 75],
        ['I2', 25],
      ]),
    });
    expect(scoresOf(items, []).total).toBeUndefined();
  });
});

describe('questionnaires', () => {
  test('what ships can be used; what lacks a scale, a language or a statement cannot', () => {
    expect(faults(questionnaireSeed)).toEqual([]);
    expect(faults({ ...questionnaireSeed, items: questionnaireSeed.items.slice(3) })).toEqual(['items']);
    expect(faults({ ...questionnaireSeed, choices: questionnaireSeed.choices.slice(0, 4) })).toEqual([
      'no-judgement',
    ]);
    expect(faults({ ...questionnaireSeed, bands: [{ code: 'A', label: { th: 'ก', en: '' } }] })).toEqual([
      'bands',
      'languages',
    ]);
    expect(nextCode('I1-', ['I1-1', 'I1-3'])).toBe('I1-2');
  });
});
