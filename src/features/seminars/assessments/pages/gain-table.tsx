/** Before and after as two points on a line, beside the figures; a row too small to be shown says so. */
import { ScrollBox } from '#interface/scroll-box.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { Gain } from '../result-rules.ts';
import { assessmentsText } from '../text.ts';
import { percentText } from './percent-text.ts';

type GainTableProps = {
  readonly locale: Locale;
  readonly title: string;
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly gain: Gain | undefined }[];
};

export function GainTable({ locale, title, heading, rows }: GainTableProps) {
  const text = assessmentsText(locale).results;
  const signed = (share: number) => `${share >= 0 ? '+' : '−'}${percentText(Math.abs(share), locale)}`;
  return (
    <ScrollBox label={title}>
      <table className="gain-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col" className="number">
              {text.people}
            </th>
            <th scope="col" className="number">
              {text.preMean}
            </th>
            <th scope="col" className="number">
              {text.postMean}
            </th>
            <th scope="col" className="number">
              {text.difference}
            </th>
            <th scope="col" className="number">
              {text.normalised}
            </th>
          </tr>
        </thead>
        {rows.map(({ label, gain }) => (
          <tbody key={label}>
            <tr>
              <th scope="row">{label}</th>
              {gain ? (
                <>
                  <td className="number">{gain.people}</td>
                  <td className="number">{percentText(gain.pre, locale)}</td>
                  <td className="number">{percentText(gain.post, locale)}</td>
                  <td className="number">{signed(gain.difference)}</td>
                  <td className="number">
                    {gain.normalised === undefined ? '–' : gain.normalised.toFixed(2)}
                  </td>
                </>
              ) : (
                <td colSpan={5} className="soft">
                  {text.tooFew}
                </td>
              )}
            </tr>
            {gain ? (
              <tr className="gain-line">
                <td colSpan={6}>
                  <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="track" width="100" height="4" />
                    <rect
                      className={gain.difference >= 0 ? 'fill-one' : 'fill-quiet'}
                      x={Math.min(gain.pre, gain.post) * 100}
                      width={Math.max(0.5, Math.abs(gain.difference) * 100)}
                      height="4"
                    />
                  </svg>
                </td>
              </tr>
            ) : null}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}
