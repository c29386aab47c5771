import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseReceipt } from './parse-receipt.ts';
import { bytesOfReceipt, newReceipt, RECEIPT_LIMIT, type Receipt, toDigits, toWords } from './receipt.ts';
import { loadWordList, type WordList } from './word-list.ts';

const anyReceipt = fc.bigInt({ min: 0n, max: RECEIPT_LIMIT - 1n }).map((number) => number as Receipt);

let thai: WordList;
let english: WordList;
beforeAll(async () => {
  [thai, english] = [await loadWordList('th'), await loadWordList('en')];
});

const problemOf = async (text: string) => {
  const parsed = await parseReceipt(text);
  return parsed.ok ? undefined : parsed.problem;
};

describe('a receipt', () => {
  it('is new every time, below 10^23, and spread over the whole range', () => {
    const many = Array.from({ length: 2000 }, newReceipt);
    expect(new Set(many).size).toBe(2000);
    expect(many.every((receipt) => receipt >= 0n && receipt < RECEIPT_LIMIT)).toBe(true);
    const tenths = new Set(many.map((receipt) => (receipt * 10n) / RECEIPT_LIMIT));
    expect(tenths.size).toBe(10);
  });

  it('has three spellings that all come back to the same number', async () => {
    await fc.assert(
      fc.asyncProperty(anyReceipt, async (receipt) => {
        expect(toDigits(receipt)).toMatch(/^(\d{4} ){5}\d{4}$/);
        expect(await parseReceipt(toDigits(receipt))).toEqual({ ok: true, receipt, form: 'digits' });
        expect(await parseReceipt(toWords(receipt, thai))).toEqual({ ok: true, receipt, form: 'th' });
        expect(await parseReceipt(toWords(receipt, english))).toEqual({ ok: true, receipt, form: 'en' });
      }),
    );
  });

  it('keeps its leading zeros', async () => {
    expect(toDigits(0n as Receipt)).toBe('0000 0000 0000 0000 0000 0000');
    expect(toWords(0n as Receipt, english)).toBe(Array(7).fill('abandon').join(' '));
    expect(bytesOfReceipt((RECEIPT_LIMIT - 1n) as Receipt)).toHaveLength(10);
    expect(bytesOfReceipt(258n as Receipt)).toEqual(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]));
  });
});

describe('typing back the digits', () => {
  it('every single wrong digit and every swap of neighbours is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(anyReceipt, async (receipt) => {
        const digits = toDigits(receipt).replaceAll(' ', '');
        for (let at = 0; at < 24; at += 1) {
          for (let digit = 0; digit < 10; digit += 1) {
            const typed = digits.slice(0, at) + digit + digits.slice(at + 1);
            if (typed !== digits) expect(await problemOf(typed)).toEqual({ code: 'check-digit' });
          }
          const swapped =
            digits.slice(0, at) +
            digits
              .slice(at, at + 2)
              .split('')
              .reverse()
              .join('') +
            digits.slice(at + 2);
          if (swapped !== digits) expect(await problemOf(swapped)).toEqual({ code: 'check-digit' });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('Thai digits, full-width digits, dashes, line ends and invisible signs are taken as meant', async () => {
    const receipt = 12345678901234567890123n as Receipt;
    const digits = toDigits(receipt);
    const forms = [
      digits.replaceAll(' ', ''),
      digits.replaceAll(' ', '-'),
      digits.replaceAll(' ', ' – '),
      digits.replaceAll(' ', '\r\n'),
      digits.replaceAll(' ', '\u200b'),
      `\ufeff ${digits}\u00a0`,
      digits.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
      digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ];
    for (const form of forms) expect(await parseReceipt(form)).toMatchObject({ ok: true, receipt });
  });

  it('too few, too many, nothing at all', async () => {
    expect(await problemOf('1234 5678')).toEqual({ code: 'length', form: 'digits', found: 8, expected: 24 });
    expect(await problemOf('1'.repeat(25))).toMatchObject({ code: 'length', found: 25 });
    expect(await problemOf(' \n ')).toEqual({ code: 'empty' });
    expect(await problemOf('9'.repeat(5000))).toEqual({ code: 'mixed' });
  });
});

describe('typing back the words', () => {
  it('numbering, commas, line ends and missing spaces do not matter in Thai', async () => {
    await fc.assert(
      fc.asyncProperty(anyReceipt, async (receipt) => {
        const words = toWords(receipt, thai).split(' ');
        const forms = [
          words.join(''),
          words.join(', '),
          words.map((word, at) => `${at + 1}. ${word}`).join('\n'),
          words.map((word, at) => `${'๑๒๓๔๕๖๗'[at]})${word}`).join(' '),
          words.map((word, at) => `(${at + 1}) ${word}`).join('\t'),
          words.join('').replace(/(.{5})/g, '$1 '),
          words.join('\u200b'),
          ` ${words.join('   ')} \u200d`,
        ];
        for (const form of forms) expect(await parseReceipt(form)).toEqual({ ok: true, receipt, form: 'th' });
      }),
      { numRuns: 40 },
    );
  });

  it('marks in another order, in pieces, or left out still mean the same words', async () => {
    await fc.assert(
      fc.asyncProperty(anyReceipt, async (receipt) => {
        const words = toWords(receipt, thai);
        const forms = [
          words.normalize('NFKC'),
          words.normalize('NFD'),
          words.replace(/\u0e33/g, '\u0e4d\u0e32'),
          words.replace(/([\u0e48-\u0e4b])\u0e33/g, '\u0e4d$1\u0e32'),
          words.replace(/([\u0e48-\u0e4b])\u0e33/g, '\u0e33$1'),
          words.replace(/([\u0e31\u0e34-\u0e39])([\u0e48-\u0e4b])/g, '$2$1'),
          words.replace(/[\u0e47-\u0e4c]/g, ''),
          words.replaceAll('แ', 'เเ'),
        ];
        for (const form of forms) expect(await parseReceipt(form)).toMatchObject({ ok: true, receipt });
      }),
    );
  });

  it('English may shout and be numbered', async () => {
    const receipt = newReceipt();
    const words = toWords(receipt, english);
    expect(await parseReceipt(words.toUpperCase())).toMatchObject({ ok: true, receipt });
    const numbered = words.split(' ').map((word, at) => `${at + 1}.${word}`);
    expect(await parseReceipt(numbered.join('\n'))).toMatchObject({ ok: true, receipt });
  });

  it('an unknown word is named with its place and the words it may be', async () => {
    const words = Array(7).fill('abandon');
    words[3] = 'zeebra';
    const problem = await problemOf(words.join(' '));
    expect(problem).toMatchObject({ code: 'unknown-word', word: 'zeebra', position: 4 });
    expect(problem).toHaveProperty('suggestions.0', 'zebra');
    const typed = ['กติกา', 'กะต่าย', ...Array(5).fill('กติกา')].join(' ');
    const thaiProblem = await problemOf(typed);
    expect(thaiProblem).toMatchObject({ code: 'unknown-word', word: 'กะต่าย', position: 2 });
    expect(thaiProblem).toHaveProperty('suggestions', expect.arrayContaining(['กระต่าย']));
  });

  it('six words, two languages, words with digits, and words of no receipt are each told apart', async () => {
    expect(await problemOf('abandon '.repeat(6))).toEqual({
      code: 'length',
      form: 'words',
      found: 6,
      expected: 7,
    });
    expect(await problemOf('abandon กติกา')).toEqual({ code: 'mixed' });
    expect(await problemOf('abandon 1234 abandon')).toEqual({ code: 'mixed' });
    expect(await problemOf('zoo '.repeat(7))).toEqual({ code: 'not-a-receipt' });
    expect(await problemOf('犬 猫')).toEqual({ code: 'mixed' });
  });

  it('whatever is typed is answered, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await parseReceipt(text)).toHaveProperty('ok');
      }),
    );
  });
});
