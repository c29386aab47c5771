/** The league as a table for CSV and XLSX, one row a centre as filtered. */
import type { Sheet } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { disclosureText } from '../text.ts';
import type { LeagueLine } from './league-rules.ts';

export function leagueSheet(lines: readonly LeagueLine[], locale: Locale): Sheet {
  const text = disclosureText(locale);
  const { network } = text;
  return {
    name: network.sheet,
    columns: [
      { header: network.code, width: 10 },
      { header: network.centre, width: 36 },
      { header: network.kind, width: 16 },
      { header: network.ready, kind: 'number' },
      { header: network.met, kind: 'number' },
      { header: network.change, kind: 'number' },
      { header: network.waiting, kind: 'number' },
      { header: network.broken, kind: 'number' },
      { header: network.links, kind: 'number' },
    ],
    rows: lines.map((line) => [
      line.centre.code,
      line.centre.name,
      text.kinds[line.centre.kind],
      line.readyPercent,
      line.metPercent,
      line.change ?? null,
      line.waiting,
      line.broken,
      line.links,
    ]),
  };
}
