/** The words of a section: paragraphs and items, always in Thai. */
import type { Paragraph } from '../law.ts';

export function Provision({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) {
  return (
    <div className="provision" lang="th">
      {paragraphs.map(({ text, items }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one wording never change places
        <div key={at}>
          {text === '' ? null : <p>{text}</p>}
          {items.length === 0 ? null : (
            <ul>
              {items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its items
                <li key={place} className={item.depth === 2 ? 'deeper' : undefined}>
                  <span>({item.marker})</span> {item.text}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
