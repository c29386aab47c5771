/** A table whose cells are the darker the more they count; the figure stands in each of them. */

import type { Locale } from '#platform/text/messages.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { figure, shadeOf } from './chart.ts';
import { chartsText } from './text.ts';

type HeatTableProps = {
  readonly title: string;
  readonly locale: Locale;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string | undefined;
    /** One a column; null where nothing is known or shown. */
    readonly cells: readonly HeatCell[];
  }[];
  readonly labelHeading?: string;
  /** What counts as darkest; the largest value when missing. */
  readonly max?: number;
};

export type HeatCell = {
  readonly value: number | null;
  /** Where the rows behind the figure are. */
  readonly href?: string | undefined;
  /** Written instead of the figure, such as "< 5". */
  readonly shown?: string;
};

export function HeatTable({ title, locale, columns, rows, labelHeading, max }: HeatTableProps) {
  const text = chartsText(locale);
  if (rows.length === 0) return <p className="soft">{text.noData}</p>;
  const most = max ?? Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.value ?? 0)));
  const words = (cell: HeatCell) => cell.shown ?? (cell.value === null ? '–' : figure(cell.value, locale));
  return (
    <ScrollBox label={title}>
      <table className="heat-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{labelHeading ?? text.item}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {columns.map((column, at) => {
                const cell = row.cells[at] ?? { value: null };
                return (
                  <td key={column} className={`heat-${shadeOf(cell.value, most)}`}>
                    {cell.href ? <a href={cell.href}>{words(cell)}</a> : words(cell)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
