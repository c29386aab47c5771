/** The one writer of CSV: UTF-8 with a byte-order mark (Excel takes Thai for Windows-874 without it), RFC 4180. */

/** Cells that Excel would run as a formula are made text by an apostrophe (OWASP, "CSV injection"). */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  // A plain number may begin with a sign; anything else that does, may not.
  const isNumber = /^[+-]?\d+(?:\.\d+)?$/.test(text);
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
