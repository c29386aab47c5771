/** The text of a cell as its writer meant it. */

/** As long as Excel lets a text be; a file with a longer one was not made by hand. */
export const longestText = 32_767;

/** Undoes Excel's escapes of control characters (ECMA-376, 22.4.2.4), with one kind of line break and no space around. */
export const cellText = (text: string): string =>
  text
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
    .trim();
