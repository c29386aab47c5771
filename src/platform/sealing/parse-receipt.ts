/** Reads a receipt the way people type it back: digits or words, Thai or English, with whatever came between. */
import { RECEIPT_DIGITS, RECEIPT_WORDS, type Receipt, receiptOfDigits, receiptOfValues } from './receipt.ts';
import {
  indexOf,
  loadWordList,
  nearestWords,
  type ReceiptLanguage,
  skeletonOf,
  splitJoined,
  type WordList,
} from './word-list.ts';

/** What is wrong, in a form a page can put into words. `position` counts from 1. */
export type ReceiptProblem =
  | { readonly code: 'empty' }
  /** Digits and words, or two languages, in one receipt; also signs that belong to neither. */
  | { readonly code: 'mixed' }
  | {
      readonly code: 'length';
      readonly form: 'digits' | 'words';
      readonly found: number;
      readonly expected: number;
    }
  | { readonly code: 'check-digit' }
  | {
      readonly code: 'unknown-word';
      readonly word: string;
      readonly position: number;
      readonly suggestions: readonly string[];
    }
  /** Seven known words that no receipt has: one of them is another word, or their order is changed. */
  | { readonly code: 'not-a-receipt' };

export type ParsedReceipt =
  | { readonly ok: true; readonly receipt: Receipt; readonly form: 'digits' | ReceiptLanguage }
  | { readonly ok: false; readonly problem: ReceiptProblem };

/** Longer input is refused unread; a receipt with numbering and line ends has well under 300 characters. */
const MAX_LENGTH = 2000;

/** Soft hyphen, zero-width signs, direction marks, byte order mark: they ride along when text is copied. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SEPARATORS = /[\s\p{P}\p{S}]+/u;
const NUMBERING = /^[1-7]$/;

/** Parses a receipt. Needs no list for digits, and loads the one list whose script was typed for words. */
export async function parseReceipt(text: string): Promise<ParsedReceipt> {
  if (text.length > MAX_LENGTH) return wrong({ code: 'mixed' });
  const plain = asciiDigits(text.normalize('NFKC').replace(INVISIBLE, ''));
  const hasThai = /[\u0e01-\u0e4e]/.test(plain);
  const hasLatin = /\p{Script=Latin}/u.test(plain);
  if (hasThai && hasLatin) return wrong({ code: 'mixed' });
  if (hasThai || hasLatin) return readWords(plain, await loadWordList(hasThai ? 'th' : 'en'));
  return readDigits(plain);
}

function readDigits(plain: string): ParsedReceipt {
  const digits = plain.split(SEPARATORS).join('');
  if (digits === '') return wrong({ code: 'empty' });
  if (!/^\d+$/.test(digits)) return wrong({ code: 'mixed' });
  if (digits.length !== RECEIPT_DIGITS) {
    return wrong({ code: 'length', form: 'digits', found: digits.length, expected: RECEIPT_DIGITS });
  }
  const receipt = receiptOfDigits(digits);
  return receipt === undefined ? wrong({ code: 'check-digit' }) : { ok: true, receipt, form: 'digits' };
}

function readWords(plain: string, list: WordList): ParsedReceipt {
  // A number glued to a word ("1.แมว", "1แมว") is numbering as well as one that stands alone.
  const tokens = plain
    .replace(/\d+/g, ' $& ')
    .split(SEPARATORS)
    .filter((token) => token !== '' && !NUMBERING.test(token));
  if (tokens.some((token) => /\d/.test(token))) return wrong({ code: 'mixed' });
  const read = valuesOf(tokens, list);
  if ('code' in read) return wrong(read);
  if (read.length !== RECEIPT_WORDS) {
    return wrong({ code: 'length', form: 'words', found: read.length, expected: RECEIPT_WORDS });
  }
  const receipt = receiptOfValues(read);
  return receipt === undefined
    ? wrong({ code: 'not-a-receipt' })
    : { ok: true, receipt, form: list.language };
}

function valuesOf(tokens: readonly string[], list: WordList): readonly number[] | ReceiptProblem {
  const index = indexOf(list);
  const values: number[] = [];
  let unknown: ReceiptProblem | undefined;
  for (const token of tokens) {
    const value = index.get(skeletonOf(token, list.language));
    const joined = value === undefined && list.language === 'th' ? splitJoined(token, list) : undefined;
    if (value !== undefined) values.push(value);
    else if (joined) values.push(...joined);
    else {
      const suggestions = nearestWords(token, list);
      unknown ??= { code: 'unknown-word', word: token, position: values.length + 1, suggestions };
    }
  }
  // Spaces in unwonted places: Thai is read as one run of letters, since no word of the list begins another.
  if (list.language === 'th' && (unknown || values.length !== RECEIPT_WORDS)) {
    const run = splitJoined(tokens.join(''), list);
    if (run?.length === RECEIPT_WORDS) return run;
  }
  return unknown ?? values;
}

/** Thai digits to ASCII; full-width digits have become ASCII by NFKC before. */
function asciiDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

function wrong(problem: ReceiptProblem): ParsedReceipt {
  return { ok: false, problem };
}
