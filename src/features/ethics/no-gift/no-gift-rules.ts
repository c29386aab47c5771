/** Pure decisions about announcements: filling in a template, how a centre stands, a wording in paragraphs and points. */
import { type Filling, placeholders, type Standing } from './no-gift.ts';

/** Every `{name}` of a text that is none of ours: a template with one is refused, since it would be signed as it stands. */
export const strangersIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)]
    .map((match) => match[1]!)
    .filter((name) => !(placeholders as readonly string[]).includes(name));

/** Fills in; what is filled in is not looked at again, so that a name with braces stays a name. */
export const fill = (text: string, filling: Filling): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in filling ? filling[name as keyof Filling] : whole,
  );

/** Only the present year asks whether who signed still leads: a past year was announced by the head it had. */
export function standingOf(
  signed: { readonly signerLeads: boolean } | undefined,
  isPresentYear: boolean,
): Standing {
  if (!signed) return 'missing';
  return signed.signerLeads || !isPresentYear ? 'signed' : 'new-head';
}

export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** An empty line ends a paragraph; lines that begin with "- " are points. */
export function partsOf(body: string): readonly Part[] {
  const parts: Part[] = [];
  for (const block of body.split(/\n\s*\n/)) {
    let lines: string[] = [];
    let items: string[] = [];
    const flush = () => {
      if (lines.length > 0) parts.push({ kind: 'paragraph', text: lines.join(' ') });
      if (items.length > 0) parts.push({ kind: 'list', items });
      lines = [];
      items = [];
    };
    for (const line of block.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const item = /^- +(.+)$/.exec(line)?.[1];
      if (item === undefined ? items.length > 0 : lines.length > 0) flush();
      if (item === undefined) lines.push(line);
      else items.push(item);
    }
    flush();
  }
  return parts;
}
