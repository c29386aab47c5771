/**
 * The small markup of announcements: paragraphs, `## ` headings, `- ` and `1. ` lists, `**strong**`, `[words](address)`.
 * It becomes plain data that React draws; there is no way from here to HTML of the writer's own.
 */

export type Inline =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'bullets' | 'numbers'; readonly items: readonly (readonly Inline[])[] };

/** Blocks in order. Every text is valid: what is no markup is shown as it stands. */
export function parseMarkup(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let group: { kind: Block['kind']; lines: string[] } | undefined;
  const close = () => {
    if (group) blocks.push(blockOf(group.kind, group.lines));
    group = undefined;
  };
  for (const raw of text.replaceAll('\r\n', '\n').split('\n')) {
    const line = raw.trim();
    if (line === '') {
      close();
      continue;
    }
    const { kind, rest } = readLine(line);
    if (!group || group.kind !== kind || kind === 'heading') {
      close();
      group = { kind, lines: [] };
    }
    group.lines.push(rest);
  }
  close();
  return blocks;
}

/** The text without marks, for summaries and feeds. */
export function plainText(text: string): string {
  return parseMarkup(text)
    .flatMap((block) => ('lines' in block ? block.lines : block.items))
    .map((line) => line.map((part) => part.text).join(''))
    .join('\n');
}

/** Only addresses that lead to a page, a mailbox or a telephone; `javascript:` and `data:` stay words. */
export function isSafeAddress(address: string): boolean {
  if (/^\/(?![/\\])[^\s]*$/.test(address)) return true;
  if (/^(?:mailto|tel):[^\s<>"']+$/.test(address)) return true;
  return /^https?:\/\/[^\s<>"']+$/.test(address) && URL.canParse(address);
}

function readLine(line: string): { kind: Block['kind']; rest: string } {
  const heading = /^##\s+(.+)$/.exec(line);
  if (heading) return { kind: 'heading', rest: heading[1]! };
  const bullet = /^[-•]\s+(.+)$/.exec(line);
  if (bullet) return { kind: 'bullets', rest: bullet[1]! };
  const number = /^[0-9๐-๙]{1,2}[.)]\s+(.+)$/.exec(line);
  return number ? { kind: 'numbers', rest: number[1]! } : { kind: 'paragraph', rest: line };
}

function blockOf(kind: Block['kind'], lines: readonly string[]): Block {
  const parts = lines.map(parseInline);
  return kind === 'bullets' || kind === 'numbers' ? { kind, items: parts } : { kind, lines: parts };
}

function parseInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const upTo = (at: number) => {
    if (at > from) parts.push({ kind: 'text', text: line.slice(from, at) });
  };
  for (const match of line.matchAll(/\*\*([^*]{1,500})\*\*|\[([^[\]]{1,300})\]\(([^()\s]{1,500})\)/g)) {
    const [whole, strong, words, href] = match;
    if (href !== undefined && !isSafeAddress(href)) continue;
    upTo(match.index);
    parts.push(
      strong === undefined ? { kind: 'link', text: words!, href: href! } : { kind: 'strong', text: strong },
    );
    from = match.index + whole.length;
  }
  upTo(line.length);
  return parts;
}
