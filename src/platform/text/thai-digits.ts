// Thai digits ๐–๙ and ASCII digits, one for one. Official papers show the first, everything stored keeps the second.

const THAI_ZERO = 0x0e50;

/** Replaces each ASCII digit by its Thai one; every other character stays. */
export function toThaiDigits(text: string | number): string {
  return String(text).replace(/[0-9]/g, (digit) => String.fromCharCode(THAI_ZERO + Number(digit)));
}

/** Replaces each Thai digit by its ASCII one; every other character stays, so lengths and offsets stay too. */
export function fromThaiDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}
