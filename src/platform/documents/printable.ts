// What a text becomes before it is set: nothing invisible that would be drawn as a box, marks composed as fonts
// expect them, and in official papers Thai digits.
import { NIKHAHIT, SARA_AA, SARA_AM } from '../text/thai-characters.ts';
import { toThaiDigits } from '../text/thai-digits.ts';

const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;
const SPLIT_AM = new RegExp(
  `${String.fromCharCode(NIKHAHIT)}([\\u0e48-\\u0e4b]?)${String.fromCharCode(SARA_AA)}`,
  'g',
);

/** Quotation marks that came through Windows-1252 are mended too: they are found in texts of statutes. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u0091-\u0094]/g, (quote) => '‘’“”'[quote.charCodeAt(0) - 0x91]!)
    .replace(/[\t\u000b\u000c\u2000-\u200a\u3000]/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
    .replace(SPLIT_AM, `$1${String.fromCharCode(SARA_AM)}`);
}

/** Thai digits everywhere but in addresses of pages and mail, which must stay as they are typed. */
export function inThaiDigits(text: string): string {
  return text
    .split(/(\S+)/)
    .map((word) => (isAddress(word) ? word : toThaiDigits(word)))
    .join('');
}

function isAddress(word: string): boolean {
  return /:\/\/|[A-Za-z0-9]@[A-Za-z]|^www\./.test(word);
}
