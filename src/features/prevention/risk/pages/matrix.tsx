/** The matrix as a matrix: a table whose numbers lead to their risks, and a small picture of it for lists. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import { scoreBand } from '../framework-rules.ts';
import { riskText } from '../text.ts';

type Cell = { readonly likelihood: number; readonly impact: number };

type MatrixProps = {
  readonly locale: Locale;
  readonly scheme: Scheme;
  /** `counts[likelihood - 1][impact - 1]` */
  readonly counts: readonly (readonly number[])[];
  /** Where a number leads; without it the matrix is only looked at. */
  readonly to?: (cell: Cell) => string;
  readonly chosen?: Cell | undefined;
};

export function RiskMatrix({ locale, scheme, counts, to, chosen }: MatrixProps) {
  const text = riskText(locale);
  const { likelihood, impact, bands } = scheme;
  const [l, i] = [likelihood.name[locale], impact.name[locale]];
  return (
    <figure className="risk-matrix">
      <table>
        <caption className="visually-hidden">{text.matrix.caption(l, i)}</caption>
        <thead>
          <tr>
            <th scope="col" className="axis">
              {l} ↓
            </th>
            {impact.levels.map((level, at) => (
              <th scope="col" key={level.th} title={level[locale]}>
                {at + 1}
                <span className="level">{level[locale]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likelihood.levels
            .map((level, at) => ({ level, row: at + 1 }))
            .toReversed()
            .map(({ level, row }) => (
              <tr key={row}>
                <th scope="row" title={level[locale]}>
                  {row}
                  <span className="level">{level[locale]}</span>
                </th>
                {impact.levels.map((column, at) => {
                  const cell = { likelihood: row, impact: at + 1 };
                  const count = counts[row - 1]?.[at] ?? 0;
                  const band = scoreBand(scheme, row, at + 1);
                  const isChosen = chosen?.likelihood === row && chosen.impact === at + 1;
                  const words = text.matrix.cell(count, row, at + 1, band?.name[locale] ?? '');
                  return (
                    <td key={column.th} className={`tone-${band?.tone ?? 1}`}>
                      {count > 0 && to ? (
                        <Link
                          to={to(cell)}
                          preventScrollReset
                          aria-label={words}
                          aria-current={isChosen ? 'true' : undefined}
                        >
                          {count}
                        </Link>
                      ) : count > 0 ? (
                        <strong>{count}</strong>
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
      <figcaption className="small">
        <span className="soft">{i} →</span>
        <ul className="legend" aria-label={text.matrix.legend}>
          {bands.map((band) => (
            <li key={band.code} className={`risk-band tone-${band.tone}`}>
              {band.name[locale]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

const size = 12;

/** The same in small; its words tell the bands. */
export function MatrixThumb({
  locale,
  scheme,
  counts,
  bands,
}: Omit<MatrixProps, 'to' | 'chosen'> & {
  readonly bands: Readonly<Record<string, number>>;
}) {
  const text = riskText(locale);
  const [rows, columns] = [scheme.likelihood.levels.length, scheme.impact.levels.length];
  const told = scheme.bands
    .filter(({ code }) => bands[code])
    .map(({ code, name }) => `${name[locale]} ${bands[code]}`)
    .join(', ');
  const cells = counts.flatMap((row, l) =>
    row.map((count, i) => ({
      ...{ x: i * size, y: (rows - 1 - l) * size, count },
      tone: scoreBand(scheme, l + 1, i + 1)?.tone ?? 1,
    })),
  );
  const tones = [...new Set(cells.map(({ tone }) => tone))];
  return (
    <svg
      className="matrix-thumb"
      role="img"
      aria-label={text.matrix.thumb(told || text.matrix.thumbEmpty)}
      viewBox={`0 0 ${columns * size} ${rows * size}`}
      width={columns * size * 1.4}
      height={rows * size * 1.4}
    >
      {tones.map((tone) => (
        <path
          key={tone}
          className={`cell tone-${tone}`}
          d={cells
            .filter((cell) => cell.tone === tone)
            .map(({ x, y }) => `M${x} ${y}h${size}v${size}h-${size}z`)
            .join('')}
        />
      ))}
      {cells
        .filter(({ count }) => count > 0)
        .map(({ x, y, count, tone }) => (
          <circle
            key={`${x} ${y}`}
            cx={x + size / 2}
            cy={y + size / 2}
            r={Math.min(5, 2 + Math.sqrt(count))}
            className={`dot tone-${tone}`}
          />
        ))}
    </svg>
  );
}
