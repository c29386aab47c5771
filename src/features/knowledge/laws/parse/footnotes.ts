// The notes at the end of a file: "[12] มาตรา 5 แก้ไขเพิ่มเติมโดย…", each over one line or several.
import type { Footnote } from './law-text.ts';
import type { Line } from './lines.ts';

/** Reads the footnotes' region. */
export function readFootnotes(lines: readonly Line[]): Footnote[] {
  const notes: { number: string; text: string }[] = [];
  for (const { text, shown } of lines) {
    const mark = /^\[(\d{1,3})\]\s*/.exec(text);
    if (mark) notes.push({ number: mark[1]!, text: shown.slice(mark[0].length) });
    else {
      const last = notes.at(-1);
      if (last) last.text = `${last.text} ${shown}`.trim();
    }
  }
  return notes;
}
