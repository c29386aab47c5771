/** Bars beside their figures: a real table, so that who sees no bar reads the same. Long Thai names have room. */
import type { Locale } from '#platform/text/messages.ts';
import { figure, type Tone } from './chart.ts';
import { chartsText } from './text.ts';

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** Where the rows behind the figure are. */
  readonly href?: string | undefined;
  readonly tone?: Tone;
  /** Written instead of the plain figure: "12 of 40". */
  readonly shown?: string;
};

type BarChartProps = {
  readonly title: string;
  readonly locale: Locale;
  readonly bars: readonly Bar[];
  /** Heading of the names and of the figures. */
  readonly labelHeading?: string;
  readonly valueHeading?: string;
  /** The length of a full bar; the largest value when missing. */
  readonly max?: number;
};

export function BarChart({ title, locale, bars, labelHeading, valueHeading, max }: BarChartProps) {
  const text = chartsText(locale);
  if (bars.length === 0) return <p className="soft">{text.noData}</p>;
  const most = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className="bar-chart">
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{labelHeading ?? text.item}</th>
          <th scope="col">{valueHeading ?? text.count}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            <td>
              <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="track" width="100" height="10" />
                <rect className={`fill-${bar.tone ?? 'one'}`} width={share(bar.value, most)} height="10" />
              </svg>
              <span className="bar-figure">
                {bar.href ? (
                  <a href={bar.href}>{bar.shown ?? figure(bar.value, locale)}</a>
                ) : (
                  (bar.shown ?? figure(bar.value, locale))
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A small value stays visible. */
const share = (value: number, most: number) =>
  value <= 0 ? 0 : Math.min(100, Math.max(1, Math.round((value / most) * 1000) / 10));
