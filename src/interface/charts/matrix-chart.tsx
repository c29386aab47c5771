/**
 * A matrix of two scales (likelihood and impact) with how many lie in each cell. Bands are data: which cells belong to
 * which level is said by whoever asks. Below the picture stands the same as a table.
 */

import type { Locale } from '#platform/text/messages.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { chartsText } from './text.ts';

/** `mark` is short ("5"), `name` says it in a word ("สูงมาก"). */
export type ScaleStep = { readonly mark: string; readonly name: string };
export type MatrixBand = {
  readonly code: string;
  readonly name: string;
  /** 1 light to 4 dark. */
  readonly shade: 1 | 2 | 3 | 4;
};
export type MatrixCell = {
  /** Places in `rows` and `columns`. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly band: string;
  /** Where the rows behind the figure are. */
  readonly href?: string | undefined;
};

type MatrixChartProps = {
  readonly title: string;
  readonly locale: Locale;
  readonly rowScale: string;
  readonly columnScale: string;
  /** Lowest first: the first row is drawn at the bottom. */
  readonly rows: readonly ScaleStep[];
  readonly columns: readonly ScaleStep[];
  readonly bands: readonly MatrixBand[];
  /** Every cell once, empty ones too: its band colours it. */
  readonly cells: readonly MatrixCell[];
};

const side = 64;
const left = 84;
const foot = 68;
const gap = 2;

export function MatrixChart(props: MatrixChartProps) {
  const { title, locale, rows, columns, bands, cells } = props;
  const text = chartsText(locale);
  const bandOf = (code: string) => bands.find((band) => band.code === code);
  const nameOf = (cell: MatrixCell) =>
    text.cell(
      `${props.rowScale} ${rows[cell.row]?.name ?? ''}`,
      `${props.columnScale} ${columns[cell.column]?.name ?? ''}`,
      cell.count,
      bandOf(cell.band)?.name ?? '',
    );
  const width = left + columns.length * side;
  const height = 20 + rows.length * side + foot;
  const top = (row: number) => 20 + (rows.length - 1 - row) * side;
  return (
    <figure className="matrix-chart">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing has no element of its own */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
        <text className="scale" x="0" y="12">
          {props.rowScale}
        </text>
        {rows.map((step, row) => (
          <Step key={step.mark} step={step} x={left - 10} y={top(row) + side / 2 - 2} anchor="end" />
        ))}
        {cells.map((cell) => (
          <Cell
            key={`${cell.row} ${cell.column}`}
            cell={cell}
            shade={bandOf(cell.band)?.shade ?? 1}
            x={left + cell.column * side}
            y={top(cell.row)}
            label={nameOf(cell)}
          />
        ))}
        {columns.map((step, column) => (
          <Step
            key={step.mark}
            step={step}
            x={left + column * side + side / 2}
            y={20 + rows.length * side + 16}
            anchor="middle"
          />
        ))}
        <text className="scale" x={width} y={height - 6} textAnchor="end">
          {props.columnScale}
        </text>
      </svg>
      <ul className="matrix-bands">
        {bands.map((band) => (
          <li key={band.code}>
            <span className={`key heat-${band.shade}`} aria-hidden="true" /> {band.name}{' '}
            <strong>
              {cells.reduce((sum, cell) => sum + (cell.band === band.code ? cell.count : 0), 0)}
            </strong>
          </li>
        ))}
      </ul>
      <details>
        <summary>{text.asTable}</summary>
        <MatrixTable {...props} />
      </details>
    </figure>
  );
}

type StepProps = {
  readonly step: ScaleStep;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'end' | 'middle';
};

function Step({ step, x, y, anchor }: StepProps) {
  return (
    <text textAnchor={anchor}>
      <tspan className="mark" x={x} y={y}>
        {step.mark}
      </tspan>
      <tspan x={x} y={y + 19}>
        {step.name}
      </tspan>
    </text>
  );
}

type CellProps = {
  readonly cell: MatrixCell;
  readonly shade: MatrixBand['shade'];
  readonly x: number;
  readonly y: number;
  readonly label: string;
};

function Cell({ cell, shade, x, y, label }: CellProps) {
  const drawn = (
    <>
      <rect className={`shade-${shade}`} x={x} y={y} width={side - gap} height={side - gap} rx="4" />
      {cell.count > 0 ? (
        <text
          className={`count on-${shade}`}
          x={x + (side - gap) / 2}
          y={y + side / 2 + 7}
          textAnchor="middle"
        >
          {cell.count}
        </text>
      ) : null}
    </>
  );
  return cell.count > 0 && cell.href ? (
    <a href={cell.href} aria-label={label}>
      {drawn}
    </a>
  ) : (
    <g {...(cell.count > 0 ? { role: 'img', 'aria-label': label } : {})}>{drawn}</g>
  );
}

function MatrixTable({ locale, rowScale, columnScale, rows, columns, bands, cells }: MatrixChartProps) {
  const text = chartsText(locale);
  const at = (row: number, column: number) =>
    cells.find((cell) => cell.row === row && cell.column === column);
  return (
    <ScrollBox label={`${rowScale} \\ ${columnScale}`}>
      <table className="heat-table">
        <thead>
          <tr>
            <th scope="col">
              {rowScale} \ {columnScale}
            </th>
            {columns.map((step) => (
              <th scope="col" key={step.mark}>
                {step.mark} {step.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .map((step, row) => (
              <tr key={step.mark}>
                <th scope="row">
                  {step.mark} {step.name}
                </th>
                {columns.map((column, place) => {
                  const cell = at(row, place);
                  const band = bands.find(({ code }) => code === cell?.band);
                  const words = `${cell?.count || text.empty} · ${band?.name ?? ''}`;
                  return (
                    <td key={column.mark} className={`heat-${band?.shade ?? 1}`}>
                      {cell?.href && cell.count > 0 ? <a href={cell.href}>{words}</a> : words}
                    </td>
                  );
                })}
              </tr>
            ))
            .reverse()}
        </tbody>
      </table>
    </ScrollBox>
  );
}
