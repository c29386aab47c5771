/** Other ways to report, by telephone. */
import type { Locale } from '#platform/text/messages.ts';
import { reportsText } from '../text.ts';

export function Hotlines({ locale }: { readonly locale: Locale }) {
  return (
    <ul className="hotlines">
      {reportsText(locale).hotlines.map(({ number, name }) => (
        <li key={number}>
          <a href={`tel:${number}`}>{number}</a> {name}
        </li>
      ))}
    </ul>
  );
}
