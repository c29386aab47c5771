// A law's permanent code from the name of its file: "Criminal Code.txt" is criminal-code.

/** Lower-case ASCII with hyphens; a name without ASCII letters or digits falls back to `law`. */
export function codeOfFile(file: string): string {
  const plain = file
    .replace(/\.txt$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return plain === '' ? 'law' : plain;
}
