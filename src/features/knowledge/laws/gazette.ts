// Reads Royal Gazette references in a statute's notes: "ราชกิจจานุเบกษา เล่ม ๑๒๐/ตอนที่ ๕๘ ก/หน้า ๔/๒๐ มิถุนายน ๒๕๔๖".
import { th } from '#platform/calendar/text.th.ts';
import { fromThaiDigits } from '#platform/text/thai-digits.ts';

export type Gazette = {
  /** As the note has it. */
  readonly reference: string;
  /** Date of publication, civil date in the Common Era. */
  readonly date: string;
};

const MONTHS: readonly string[] = th.months;
const REFERENCE = new RegExp(
  String.raw`ราชกิจจานุเบกษา\s*เล่ม(?:ที่)?\s*[^\n]{3,80}?(\d{1,2})\s*(${MONTHS.join('|')})\s*(?:พ\.ศ\.\s*|พุทธศักราช\s*)?(2[45]\d\d)`,
);

/** The Gazette reference in a note, or undefined. */
export function readGazette(note: string): Gazette | undefined {
  const match = REFERENCE.exec(fromThaiDigits(note));
  if (!match) return undefined;
  const [whole, day, month, year] = match;
  const date = [Number(year) - 543, MONTHS.indexOf(month!) + 1, Number(day)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return { reference: note.slice(match.index, match.index + whole.length), date };
}

/** The latest of all references in the notes: how new the text is. */
export function newestGazette(notes: readonly string[]): Gazette | undefined {
  return notes
    .map(readGazette)
    .filter((each) => each !== undefined)
    .sort((a, b) => a.date.localeCompare(b.date))
    .at(-1);
}
