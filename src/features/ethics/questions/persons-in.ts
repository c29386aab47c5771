/**
 * Finds in a question and its answer what may tell who asked or of whom: signs of persons, and names that stood in the
 * dialogue. Pure, for the officer's browser, which alone has read the dialogue. It warns; a second person reads too.
 */
export type PersonSign = { readonly kind: 'number' | 'phone' | 'email' | 'name'; readonly found: string };

const titles = /นางสาว|นาง|นาย|น\.ส\.|ว่าที่ ?ร\.ต\.|ร\.ต\.|พ\.ต\.|ด\.ต\.|ดร\.|ผอ\.|คุณ|Mr\.?|Mrs\.?|Ms\.?|Dr\.?/
  .source;
const name = /[ก-ฮเ-ไ][ก-๙]{1,30}|[A-Z][a-z]{1,30}/.source;
const named = new RegExp(`(?:${titles}) ?(${name})(?: (${name}))?`, 'g');
/** Positions that begin like a title. */
const noName = /^(?:ช่าง|อำเภอ|ทะเบียน|กเทศมนตรี|กองค์การ|กรัฐมนตรี|ตรวจ|จ้าง|หมวด|แพทย์|หน้า)/;

const signs: readonly { readonly kind: PersonSign['kind']; readonly pattern: RegExp }[] = [
  { kind: 'number', pattern: /(?<!\d)\d[- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)(?:\+66|0)[- ]?\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?!\d)/g },
  { kind: 'email', pattern: /[\w.+-]+@[\w-]+\.[\w.-]*\w/g },
];

/** First names and surnames that follow a title in a text. */
export function namesIn(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(named)]
        .filter(([, first]) => !noName.test(first!))
        .flatMap(([, first, last]) => [first, last])
        .filter((word): word is string => word !== undefined && word.length > 2),
    ),
  ];
}

/** `known`: names and contacts told in the dialogue, as they stood there. Each sign once, in the order found. */
export function personsIn(text: string, known: readonly string[]): PersonSign[] {
  const plain = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  const found = signs.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map((match) => ({ kind, found: match[0] })),
  );
  const names = [...namesIn(text), ...known.flatMap(wordsOfName).filter((name) => text.includes(name))];
  return [...found, ...[...new Set(names)].map((name) => ({ kind: 'name' as const, found: name }))];
}

/** A name as told, without its title, and its parts: whoever writes anew may keep the surname alone. */
const wordsOfName = (name: string) =>
  name
    .replace(new RegExp(`^(?:${titles}) ?`), '')
    .split(/\s+/)
    .filter((word) => word.length > 2);
