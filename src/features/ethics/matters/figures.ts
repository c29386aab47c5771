/** Figures of ethics matters for the yearly report: numbers alone; what would tell who is left out in SQL. */
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderMemo } from '#platform/documents/index.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { selectChoices } from '../rules/rule.queries.ts';
import { nameOf } from '../rules/rule.ts';
import { centreName, officeName } from '../standing.ts';
import { mattersText } from './text.ts';

export type EthicsFigures = {
  /** Undefined: all centres below together. */
  readonly unitId: number | undefined;
  readonly centre: string;
  /** Her own centre: shown whole, and with papers. */
  readonly isOwn: boolean;
  /** In the report's order. */
  readonly lines: readonly { readonly what: string; readonly name: string; readonly amount: number }[];
};

/** Of every centre whose figures the officer may see and that has something to show of the Buddhist-era fiscal year. */
export async function ethicsFigures(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked?: number,
): Promise<{ readonly fiscalYear: number; readonly centres: readonly EthicsFigures[] }> {
  const now = ground.now();
  const fiscalYear = asked ?? fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  const { columns, measure, together } = mattersText(locale).figures;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { rows } = await sql<FigureRow>`
      select * from ethics.matter_figures(${fiscalYear}::int)`.execute(trx);
    const measures = await selectChoices(trx, 'measure');
    const order = Object.keys(columns);
    const nameOfLine = (what: string): string => {
      if (what in columns) return columns[what as keyof typeof columns];
      const code = what.slice('measure:'.length);
      const choice = measures.findLast((one) => one.code === code);
      return measure(choice ? nameOf(choice, locale) : code);
    };
    const place = (what: string) => (order.includes(what) ? order.indexOf(what) : order.length - 1.5);
    const byCentre = Map.groupBy(rows, ({ unit_id }) => unit_id);
    const present = (unitId: number | undefined, centre: string): EthicsFigures[] => {
      const found = byCentre.get(unitId ?? null);
      if (!found) return [];
      const lines = found
        .toSorted((a, b) => place(a.what) - place(b.what) || a.what.localeCompare(b.what))
        .map(({ what, amount }) => ({ what, name: nameOfLine(what), amount }));
      return [{ unitId, centre, isOwn: found[0]!.is_own, lines }];
    };
    return {
      fiscalYear,
      centres: [
        ...present(undefined, together),
        ...centres.flatMap((centre) => present(centre.id, centreName(centre, locale))),
      ],
    };
  });
}

type FigureRow = {
  readonly unit_id: number | null;
  readonly is_own: boolean;
  readonly what: string;
  readonly amount: number;
};

/** บันทึกข้อความ of her own centre for the yearly report; undefined when there is nothing of it to report. */
export async function ethicsMemo(
  parts: Parts,
  signedIn: SignedIn,
  of: { readonly unitId: number; readonly fiscalYear: number },
): Promise<Uint8Array | undefined> {
  const { centres } = await ethicsFigures(parts, signedIn, 'th', of.fiscalYear);
  const figures = centres.find(({ unitId, isOwn }) => unitId === of.unitId && isOwn);
  if (!figures) return undefined;
  const now = parts.ground.now();
  const centre = (await parts.network.listCentres(now)).find(({ id }) => id === of.unitId)!;
  const text = mattersText('th').figures;
  const year = formatFiscalYear(of.fiscalYear, 'th');
  return renderMemo({
    office: officeName(centre, 'th'),
    date: asCivilDate(civilDate(now)),
    subject: text.subject(year),
    to: text.to,
    blocks: [
      { kind: 'paragraph', text: text.opening(officeName(centre, 'th'), year) },
      {
        kind: 'table',
        table: {
          columns: [
            { label: text.item, share: 3 },
            { label: text.amount, share: 1, align: 'right' },
          ],
          rows: figures.lines.map(({ name, amount }) => [name, amount.toLocaleString('th-TH')]),
        },
      },
      { kind: 'paragraph', text: text.closing },
    ],
    signer: { name: signedIn.person.nameTh },
  });
}

/** Every centre whose figures she sees, one a row group, as the page shows them. */
export async function ethicsSheet(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  fiscalYear: number,
): Promise<Uint8Array> {
  const { centres } = await ethicsFigures(parts, signedIn, locale, fiscalYear);
  const text = mattersText(locale).figures;
  return writeXlsx([
    {
      name: formatFiscalYear(fiscalYear, locale),
      columns: [
        { header: text.centre, width: 36 },
        { header: text.item, width: 40 },
        { header: text.amount, kind: 'number', width: 12 },
      ],
      rows: centres.flatMap(({ centre, lines }) => lines.map(({ name, amount }) => [centre, name, amount])),
    },
  ]);
}
