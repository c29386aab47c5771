/** A reporter's receipt: one secret number, shown as 24 digits or as 7 words of Thai or English. */
import type { WordList } from './word-list.ts';

/** A secret number below 10^23 (76.4 bits). Every key comes from the number, never from a spelling of it. */
export type Receipt = bigint & { readonly brand: 'receipt' };

/** One more than the largest receipt: 23 digits, which also fit into 7 words of 11 bits. */
export const RECEIPT_LIMIT = 10n ** 23n;
export const RECEIPT_WORDS = 7;
export const RECEIPT_DIGITS = 24;

const SECRET_DIGITS = 23;
const BITS_PER_WORD = 11n;

/** A new receipt, uniform by rejection: 77 random bits, drawn again (one time in three) when above the limit. */
export function newReceipt(): Receipt {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(10));
    bytes[0]! &= 0x1f;
    const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    if (number < RECEIPT_LIMIT) return number as Receipt;
  }
}

/** Six groups of four digits; the last digit is a check digit. */
export function toDigits(receipt: Receipt): string {
  const digits = receipt.toString().padStart(SECRET_DIGITS, '0');
  return `${digits}${damm(digits)}`.match(/.{4}/g)!.join(' ');
}

/** Seven words, the most significant first, with single spaces. */
export function toWords(receipt: Receipt, list: WordList): string {
  const values = Array.from({ length: RECEIPT_WORDS }, (_, place) =>
    Number((receipt >> (BITS_PER_WORD * BigInt(RECEIPT_WORDS - 1 - place))) & 0x7ffn),
  );
  return values.map((value) => list.words[value]).join(' ');
}

/** The receipt of 24 digits without spaces, or undefined when the check digit is wrong. */
export function receiptOfDigits(digits: string): Receipt | undefined {
  if (!/^\d{24}$/.test(digits) || damm(digits) !== 0) return undefined;
  return BigInt(digits.slice(0, SECRET_DIGITS)) as Receipt;
}

/** The receipt of seven word values, or undefined for a number no receipt has (one in three of chance words). */
export function receiptOfValues(values: readonly number[]): Receipt | undefined {
  const number = values.reduce((sum, value) => (sum << BITS_PER_WORD) | BigInt(value), 0n);
  return number < RECEIPT_LIMIT ? (number as Receipt) : undefined;
}

/** The secret as 10 bytes, big-endian: what key derivation starts from. */
export function bytesOfReceipt(receipt: Receipt): Uint8Array {
  return Uint8Array.from({ length: 10 }, (_, at) => Number((receipt >> BigInt(8 * (9 - at))) & 0xffn));
}

/**
 * The table of H. M. Damm (2004): a totally anti-symmetric quasigroup of order 10. Its check digit notices
 * every single wrong digit and every swap of neighbours.
 */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** 0 for digits that end in their check digit; otherwise the check digit to append. */
function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(QUASIGROUP[interim]![Number(digit)]);
  return interim;
}
