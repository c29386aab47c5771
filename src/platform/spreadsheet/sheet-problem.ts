/** Why a table could not be read, and the words that tell its bringer what to do. */
import { dictionary, type Locale } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export type SheetProblem =
  /** More bytes, or more bytes once unpacked, than a table may have. */
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  /** Neither XLSX nor text in columns. */
  | 'not-a-spreadsheet'
  /** A workbook of Excel 97–2003 (.xls). */
  | 'old-excel'
  /** A workbook behind a password. */
  | 'locked'
  /** It says that it is a table, but its inside is damaged. */
  | 'unreadable'
  | 'empty';

const messages = dictionary(th, en);

/** One sentence on what is wrong and what to do, for the page that asked for the file. */
export function sheetProblem(code: SheetProblem, locale: Locale): string {
  return messages(locale).problems[code];
}
