/** The register and who has read, as tables for Excel. */

import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { IssuedLine, Reader, ReceivedLine } from './circular.ts';
import { circularsText } from './text.ts';
import type { CircularView } from './view-circular.ts';

/** One line a centre; the columns are named in the language asked for. */
export function readersCsv(view: CircularView, readers: readonly Reader[], locale: Locale): string {
  const text = circularsText(locale);
  const { csv } = text;
  const due = view.answerDueOn ? formatDate(asCivilDate(view.answerDueOn), locale, 'numeric') : '';
  const time = (at: Date | undefined) => (at ? formatDateTime(at, locale) : '');
  const rows = readers.map((reader) => [
    view.number,
    reader.code,
    reader.name,
    text.centreKinds[reader.kind],
    text.states[reader.state],
    time(reader.acknowledgedAt),
    reader.acknowledgedBy ?? '',
    due,
    time(reader.answer?.at),
    reader.answer?.text ?? '',
  ]);
  return writeCsv(csv, rows);
}

/** The register's columns of the Saraban Regulation (เลขที่ ลงวันที่ จาก ถึง เรื่อง การปฏิบัติ), one line a circular. */
export function registerCsv(lines: readonly (ReceivedLine | IssuedLine)[], locale: Locale): string {
  const text = circularsText(locale);
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'numeric');
  const rows = lines.map((line) => [
    text.kinds[line.kind],
    line.number,
    day(line.dated),
    line.fromName,
    'unitName' in line ? line.unitName : text.centres(line.addressees),
    line.subject,
    line.answerDueOn ? day(line.answerDueOn) : '',
    'state' in line ? text.states[line.state] : text.read(line.acknowledged, line.addressees),
  ]);
  return writeCsv(text.registerColumns, rows);
}
