/** Parts of a whole, one bar a row, with the figures of every part in a table's columns. */

import type { Locale } from '#platform/text/messages.ts';
import { ScrollBox } from '../scroll-box.tsx';
import { figure, type Tone, tones } from './chart.ts';
import { chartsText } from './text.ts';

type StackedBarProps = {
  readonly title: string;
  readonly locale: Locale;
  readonly series: readonly { readonly label: string; readonly tone?: Tone }[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string | undefined;
    /** One a series. */
    readonly values: readonly number[];
  }[];
  readonly labelHeading?: string;
  /** `share`: each bar is a whole; `amount`: the longest row fills the width. */
  readonly scale?: 'share' | 'amount';
};

export function StackedBar({ title, locale, series, rows, labelHeading, scale = 'share' }: StackedBarProps) {
  const text = chartsText(locale);
  if (rows.length === 0) return <p className="soft">{text.noData}</p>;
  const totals = rows.map((row) => row.values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(1, ...totals);
  const toneOf = (at: number) => series[at]?.tone ?? tones[at % tones.length]!;
  return (
    <ScrollBox label={title}>
      <table className="stacked-chart">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{labelHeading ?? text.item}</th>
            {series.map(({ label }, at) => (
              <th scope="col" className="number" key={label}>
                <span className={`key key-${toneOf(at)}`} aria-hidden="true" /> {label}
              </th>
            ))}
            <th scope="col" className="number">
              {text.total}
            </th>
          </tr>
        </thead>
        {rows.map((row, at) => (
          <tbody key={row.label}>
            <tr>
              <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
              {series.map(({ label }, part) => (
                <td className="number" key={label}>
                  {figure(row.values[part] ?? 0, locale)}
                </td>
              ))}
              <td className="number">{figure(totals[at]!, locale)}</td>
            </tr>
            <tr className="stack-row">
              <td colSpan={series.length + 2}>
                <Stack values={row.values} whole={scale === 'share' ? totals[at]! : most} toneOf={toneOf} />
              </td>
            </tr>
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}

type StackProps = {
  readonly values: readonly number[];
  readonly whole: number;
  readonly toneOf: (at: number) => Tone;
};

/** Parts stand apart by a gap, not by colour alone. */
function Stack({ values, whole, toneOf }: StackProps) {
  const starts = values.map((_, at) => values.slice(0, at).reduce((sum, value) => sum + value, 0));
  const place = (value: number) => (whole > 0 ? (value / whole) * 100 : 0);
  return (
    <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="10" />
      {values.map((value, at) =>
        value > 0 ? (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one bar keep their places
            key={at}
            className={`fill-${toneOf(at)}`}
            x={place(starts[at]!)}
            width={Math.max(0.4, place(value) - 0.4)}
            height="10"
          />
        ) : null,
      )}
    </svg>
  );
}
