/**
 * A piece of text in GIFT: signs of the format escaped, English beside the Thai in the spans of Moodle's multi-language
 * filter, so that a bank can go to Moodle and come back.
 */
import type { Words } from './question.ts';

const signs = /[\\~=#{}:]/g;

/** An arrow within a text would part a pair, and a percent sign at its beginning would be a weight. */
export const escaped = (text: string) =>
  text.replace(signs, '\\$&').replaceAll('->', '-\\>').replace(/^%/, '\\%').replaceAll('\n', '\\n');

export const unescaped = (text: string) =>
  text.replace(/\\([\s\S])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

const span = (language: 'th' | 'en', text: string) =>
  `<span lang="${language}" class="multilang">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</span>`;
const spans =
  /^<span lang="th" class="multilang">([^<]*)<\/span>(?:<span lang="en" class="multilang">([^<]*)<\/span>)?$/;
const fromSpan = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Without escaping. Text that looks like a span is put into one, so that it comes back as it was. */
export const toLanguages = ({ th, en }: Words): string =>
  en === undefined && !th.startsWith('<span')
    ? th
    : span('th', th) + (en === undefined ? '' : span('en', en));

export function fromLanguages(text: string): Words {
  const found = spans.exec(text.trim());
  if (!found) return { th: text.trim() };
  const th = fromSpan(found[1]!);
  return found[2] === undefined ? { th } : { th, en: fromSpan(found[2]) };
}

/** Places of a sign that is not escaped. */
export function placesOf(text: string, sign: RegExp): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (sign.test(text[at]!)) found.push(at);
  }
  return found;
}
