/** A writer's text as paragraphs, line by line. */
export function Paragraphs({ children }: { readonly children: string }) {
  return children
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never change places
      <p key={at}>{line}</p>
    ));
}
