/** The little of XML that workbooks use, read in one pass: no entities but the five, no document type, no memory of the tree. */

export type XmlEvents = {
  /** Names come without their namespace's prefix. */
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

export class XmlDamaged extends Error {}

/** Calls back for each tag and each text; a tag that closes itself is opened and closed. */
export function readXml(xml: string, { open, close, text }: XmlEvents): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) text?.(decodeEntities(xml.slice(at, tag < 0 ? undefined : tag)));
    if (tag < 0) return;
    if (xml.startsWith('<!--', tag)) at = endOf(xml, '-->', tag);
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = endOf(xml, ']]>', tag);
      text?.(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith('<?', tag)) at = endOf(xml, '?>', tag);
    // A document type could define entities without end; no workbook has one.
    else if (xml.startsWith('<!', tag)) throw new XmlDamaged();
    else {
      at = endOfTag(xml, tag);
      const inside = xml.slice(tag + 1, at - 1);
      if (inside.startsWith('/')) close?.(local(inside.slice(1).trim()));
      else {
        const name = local(/^[^\s/]+/.exec(inside)?.[0] ?? '');
        open?.(name, (wanted) => attributeOf(inside, wanted));
        if (inside.endsWith('/')) close?.(name);
      }
    }
  }
}

// A ">" inside quotation marks ends no tag.
const wholeTag = /<[^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*>/y;

function endOfTag(xml: string, from: number): number {
  wholeTag.lastIndex = from;
  if (!wholeTag.test(xml)) throw new XmlDamaged();
  return wholeTag.lastIndex;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new XmlDamaged();
  return found + mark.length;
}

const patterns = new Map<string, RegExp>();

function attributeOf(inside: string, name: string): string | undefined {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(inside);
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      if (name) return named[name.toLowerCase()]!;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
