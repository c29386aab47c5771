// What each Thai code unit is and does, and where a text may never be cut.
// Ranges follow the Thai block of the Unicode Standard (U+0E00 to U+0E7F).

export const SARA_AM = 0x0e33;
export const SARA_AA = 0x0e32;
export const NIKHAHIT = 0x0e4d;
export const LAKKHANGYAO = 0x0e45;
export const MAIYAMOK = 0x0e46;
export const PAIYANNOI = 0x0e2f;
const MAI_HAN_AKAT = 0x0e31;
const SARA_UEE = 0x0e37;
const THANTHAKHAT = 0x0e4c;

/** Any letter, vowel, mark or repetition sign of Thai; digits and the baht sign are not included. */
export function isThaiLetter(code: number): boolean {
  return (code >= 0x0e01 && code <= 0x0e3a) || (code >= 0x0e40 && code <= 0x0e4e);
}

/** ก–ฮ, with ฤ and ฦ. */
export function isConsonant(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e2e;
}

/** Marks that stand above or below another character: they take no width of their own. */
export function isMark(code: number): boolean {
  return code === MAI_HAN_AKAT || (code >= 0x0e34 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e);
}

/** ่ ้ ๊ ๋ */
export function isTone(code: number): boolean {
  return code >= 0x0e48 && code <= 0x0e4b;
}

/** เ แ โ ใ ไ, which are written before the consonant they follow in speech. */
export function isLeadingVowel(code: number): boolean {
  return code >= 0x0e40 && code <= 0x0e44;
}

/** ๐–๙ */
export function isThaiDigit(code: number): boolean {
  return code >= 0x0e50 && code <= 0x0e59;
}

/**
 * May `text` be cut before index `at`? Never between a base and its marks, after a leading vowel, before ะ า ำ ๅ,
 * before a silenced consonant (ย์ in ศูนย์), or after ั and ื, which always need a further letter.
 * Looks at a few neighbours only, so the answer is the same wherever the text stands.
 */
export function canCutBefore(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const next = text.charCodeAt(at);
  if (next < 0x0e00 || next > 0x0e7f)
    return !isLowSurrogate(next) || !isHighSurrogate(text.charCodeAt(at - 1));
  if (isMark(next) || followsItsConsonant(next)) return false;
  const before = text.charCodeAt(at - 1);
  if (!isThaiLetter(before)) return true;
  if (isLeadingVowel(before)) return false;
  if (!isConsonant(next)) return true;
  return !needsFurtherLetter(text, at - 1) && !isSilenced(text, at);
}

function followsItsConsonant(code: number): boolean {
  return code === 0x0e30 || code === SARA_AA || code === SARA_AM || code === LAKKHANGYAO;
}

function needsFurtherLetter(text: string, at: number): boolean {
  const last = text.charCodeAt(at);
  const vowel = isTone(last) ? text.charCodeAt(at - 1) : last;
  return vowel === MAI_HAN_AKAT || vowel === SARA_UEE;
}

/** ย์, ธิ์, ธุ์ and the rare ทร์: the consonant at `at` is written but not spoken. */
function isSilenced(text: string, at: number): boolean {
  const first = text.charCodeAt(at + 1);
  if (first === THANTHAKHAT) return true;
  return (first === 0x0e34 || first === 0x0e38) && text.charCodeAt(at + 2) === THANTHAKHAT;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
