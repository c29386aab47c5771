/** Draws our small markup. There is no HTML of the writer's own in it, so nothing has to be cleaned. */
import { type Inline, parseMarkup } from '../markup.ts';

/** `level`: that of the headings inside the text. */
export function MarkedText({ text, level = 2 }: { readonly text: string; readonly level?: 2 | 3 | 4 }) {
  const Heading = `h${level}` as 'h2';
  return parseMarkup(text).map((block, at) => {
    const key = `${at}`;
    if (block.kind === 'heading') {
      return (
        <Heading key={key}>
          <Line parts={block.lines[0]!} />
        </Heading>
      );
    }
    if ('lines' in block) return <p key={key}>{block.lines.flatMap(lineWithBreak)}</p>;
    const List = block.kind === 'bullets' ? 'ul' : 'ol';
    return (
      <List key={key}>
        {block.items.map((parts, item) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text's lines never change places
          <li key={item}>
            <Line parts={parts} />
          </li>
        ))}
      </List>
    );
  });
}

const lineWithBreak = (parts: readonly Inline[], at: number) => [
  at > 0 ? <br key={`break-${at}`} /> : null,
  <Line key={`line-${at}`} parts={parts} />,
];

function Line({ parts }: { readonly parts: readonly Inline[] }) {
  return parts.map((part, at) => {
    const key = `${at}`;
    if (part.kind === 'strong') return <strong key={key}>{part.text}</strong>;
    if (!('href' in part)) return <span key={key}>{part.text}</span>;
    return (
      <a key={key} href={part.href} rel="noreferrer">
        {part.text}
      </a>
    );
  });
}
