/** Why a table could not be read, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  problems: {
    'too-large': 'This file is too large. Split it, or remove pictures and unused sheets, and send it again.',
    'too-many-rows': 'The table has too many rows. Split it and send one file after the other.',
    'too-many-columns': 'The table has too many columns. Please use the form that this page offers.',
    'not-a-spreadsheet': 'This file is no table. Save it from Excel as .xlsx or .csv and send it again.',
    'old-excel': 'This is a workbook of an old Excel (.xls). Open it, save it as .xlsx and send it again.',
    locked: 'This file has a password. Remove the password and send it again.',
    unreadable: 'This file cannot be opened; it may be damaged. Open it in Excel, save it and send it again.',
    empty: 'The first sheet of this file is empty. Check it and send it again.',
  },
};
