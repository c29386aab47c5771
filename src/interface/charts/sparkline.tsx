/** The course of a figure in the height of a line of text, its first, last, lowest and highest value said in words. */
import type { Locale } from '#platform/text/messages.ts';
import { figure } from './chart.ts';
import { chartsText } from './text.ts';

type SparklineProps = {
  /** What is counted: "Cases received, last 12 months". */
  readonly label: string;
  readonly locale: Locale;
  /** Oldest first; null where nothing is known. */
  readonly values: readonly (number | null)[];
};

const width = 120;
const height = 28;
const edge = 3;

export function Sparkline({ label, locale, values }: SparklineProps) {
  const text = chartsText(locale);
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  if (known.length === 0) return <span className="soft">{text.noData}</span>;
  const numbers = known.map(({ value }) => value);
  const low = Math.min(0, ...numbers);
  const high = Math.max(...numbers, low + 1);
  const x = (at: number) => edge + (at / Math.max(1, values.length - 1)) * (width - 2 * edge);
  const y = (value: number) => height - edge - ((value - low) / (high - low)) * (height - 2 * edge);
  const say = (value: number) => figure(value, locale);
  const last = known.at(-1)!;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={text.sparkline(
        label,
        say(numbers[0]!),
        say(last.value),
        say(Math.min(...numbers)),
        say(Math.max(...numbers)),
      )}
    >
      <line className="base" x1={edge} x2={width - edge} y1={y(low)} y2={y(low)} />
      {runs(values).map((run) => (
        <polyline
          key={run[0]!.at}
          points={run.map(({ value, at }) => `${round(x(at))},${round(y(value))}`).join(' ')}
        />
      ))}
      <circle cx={round(x(last.at))} cy={round(y(last.value))} r="3" />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Where a value is missing the line breaks. */
function runs(values: readonly (number | null)[]): { value: number; at: number }[][] {
  const all: { value: number; at: number }[][] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) continue;
    const before = all.at(-1);
    if (before && before.at(-1)!.at === at - 1) before.push({ value, at });
    else all.push([{ value, at }]);
  }
  return all;
}
