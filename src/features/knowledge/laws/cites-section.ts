// Which sections of one law a text written elsewhere names: a deadline's basis, a circular's subject. A law that
// platform/text knows is recognised by any of its names, every other one by its title beside the citation.
import { type Citation, findCitations } from '#platform/text/citation.ts';
import { normalise } from '#platform/text/normalise.ts';

export type NamedLaw = {
  readonly code: string;
  readonly title: string;
  /** มาตรา or ข้อ. */
  readonly unit: string;
};

/** Numbers as the library writes them; a number whose law is not named is none of this law's. */
export function numbersCited(text: string, law: NamedLaw): ReadonlySet<string> {
  const plain = normalise(text);
  const names = namesOf(law.title);
  const kind = law.unit === 'ข้อ' ? 'clause' : 'section';
  return new Set(
    findCitations(plain)
      .filter((each) => each.kind === kind && isOf(each, plain, law.code, names))
      .map(({ number }) => number),
  );
}

/** Those of `texts` that name one of the numbers. */
export function citing<T>(
  texts: readonly T[],
  textOf: (one: T) => string,
  law: NamedLaw,
  numbers: readonly string[],
): T[] {
  return texts.filter((one) => {
    const cited = numbersCited(textOf(one), law);
    return numbers.some((number) => cited.has(number));
  });
}

function isOf(each: Citation, text: string, code: string, names: readonly string[]): boolean {
  if (each.law === code) return true;
  const before = squeezed(text.slice(0, each.start));
  const after = squeezed(text.slice(each.end, each.end + 300)).replace(/^(?:แห่ง|ของ|ตาม)/, '');
  // A list's last law is read as that of all its numbers; a title right before the first is nearer.
  const isBeside = (name: string) => before.replace(/พ\.ศ\.\d{4}$/, '').endsWith(name);
  if (each.law !== undefined) return names.some(isBeside);
  return names.some((name) => {
    if (after.startsWith(name)) return true;
    const at = before.lastIndexOf(name);
    return at >= 0 && !ANOTHER_LAW.test(before.slice(at + name.length));
  });
}

/** Between a title and a number this word would begin the name of another law, whose number it then is. */
const ANOTHER_LAW = /พระราช|พ\.ร\.|ประมวล|รัฐธรรมนูญ|ระเบียบ|กฎ|ข้อบังคับ|ประกาศ/;

/** Titles are broken over lines in one place and abbreviated in another. */
function namesOf(title: string): string[] {
  const full = squeezed(normalise(title)).replace(/พ\.ศ\.\d{4}$/, '');
  const short = SHORT.flatMap(([long, brief]) =>
    full.startsWith(long) ? [brief + full.slice(long.length)] : [],
  );
  // A title of one word, such as "order", stands in every other sentence.
  return [full, ...short.slice(0, 1)].filter((name) => name.length >= 10);
}

const SHORT = [
  ['พระราชบัญญัติประกอบรัฐธรรมนูญ', 'พ.ร.ป.'],
  ['พระราชบัญญัติ', 'พ.ร.บ.'],
  ['พระราชกฤษฎีกา', 'พ.ร.ฎ.'],
  ['พระราชกำหนด', 'พ.ร.ก.'],
] as const;

const squeezed = (text: string) => text.replace(/\s+/g, '');
