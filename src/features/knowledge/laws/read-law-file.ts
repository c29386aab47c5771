// A law's file as text, whatever encoding an office saved it in: UTF-8, UTF-16, or the old Thai code page.

/** Decodes a file's bytes. A byte-order mark is honoured; what is not UTF-8 is taken for Windows-874 (TIS-620). */
export function decodeLawFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-874').decode(bytes);
  }
}
