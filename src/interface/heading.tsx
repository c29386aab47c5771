/** A heading whose Thai breaks between words. For pages that are rendered on the server and run no script. */
import type { JSX } from 'react';

// The dictionary stays out of what a browser loads: there, a heading is only ever text that is already on the page.
const cut: (text: string) => readonly string[] = import.meta.env.SSR
  ? await import('./heading-breaker.ts').then(({ breakThai }) => breakThai)
  : (text) => [text];

type HeadingProps = { readonly level?: 1 | 2 | 3; readonly id?: string; readonly children: string };

export function Heading({ level = 1, id, children }: HeadingProps) {
  const Tag = `h${level}` as keyof JSX.IntrinsicElements & ('h1' | 'h2' | 'h3');
  return (
    <Tag id={id}>
      <Words>{children}</Words>
    </Tag>
  );
}

/** The same for words inside a card, a button or a legend. */
export function Words({ children }: { readonly children: string }) {
  if (!/[\u0e01-\u0e2e]/.test(children)) return children;
  return cut(children).map((piece, at) =>
    piece.trim() === '' ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
      <span key={at}>
        <span className="w">{piece}</span>
        <wbr />
      </span>
    ),
  );
}
