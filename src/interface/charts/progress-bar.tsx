/** How much of something is done, with the figure in words beside. */
import type { Locale } from '#platform/text/messages.ts';
import { figure, type Tone } from './chart.ts';
import { chartsText } from './text.ts';

type ProgressBarProps = {
  readonly label: string;
  readonly locale: Locale;
  readonly value: number;
  readonly max: number;
  readonly tone?: Tone;
  /** The label stands elsewhere on the page already. */
  readonly isLabelHidden?: boolean;
};

export function ProgressBar({ label, locale, value, max, tone = 'one', isLabelHidden }: ProgressBarProps) {
  const text = chartsText(locale);
  const words = text.of(figure(value, locale), figure(max, locale));
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className="progress">
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
      <span className="progress-figure">{words}</span>
      <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="10" />
        <rect className={`fill-${tone}`} width={share} height="10" />
      </svg>
    </div>
  );
}
