/** Figures of ethics matters for the yearly report: numbers alone, small ones of other centres left out in SQL. */
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
  readonly unitId: number;
  readonly centre: string;
  /** Her own centre: shown whole, and with papers. */
  readonly isOwn: boolean;
  /** In the report's order; undefined: fewer than five of another centre. */
  readonly lines: readonly {
    readonly what: string;
    readonly name: string;
    readonly amount: number | undefined;
  }[];
};

/** Of every centre whose figures the officer may see and that had something in the Buddhist-era fiscal year. */
export async function ethicsFigures(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked?: number,
): Promise<{ readonly fiscalYear: number; readonly centres: readonly EthicsFigures[] }> {
  const now = ground.now();
  const fiscalYear = asked ?? fiscalYearOf(civilDate(now));
  const centres = await network.listCentres(now);
  const { columns, measure } = mattersText(locale).figures;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const { rows } = await sql<{ unit_id: number; is_own: boolean; what: string; amount: number | null }>`
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
    return {
      fiscalYear,
      centres: centres
        .filter(({ id }) => byCentre.has(id))
        .map((centre) => {
          const own = byCentre.get(centre.id)!;
          return {
            unitId: centre.id,
            centre: centreName(centre, locale),
            isOwn: own[0]!.is_own,
            lines: own
              .toSorted((a, b) => place(a.what) - place(b.what) || a.what.localeCompare(b.what))
              .map(({ what, amount }) => ({ what, name: nameOfLine(what), amount: amount ?? undefined })),
          };
        }),
    };
  });
}

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
          rows: figures.lines.map(({ name, amount }) => [name, (amount ?? 0).toLocaleString('th-TH')]),
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
      rows: centres.flatMap(({ centre, lines }) =>
        lines.map(({ name, amount }) => [
          centre,
          amount === undefined ? `${name} (${text.few})` : name,
          amount ?? null,
        ]),
      ),
    },
  ]);
}
