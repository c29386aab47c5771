/** What the plans of each kind of centre add up to, folded. */
import type { Locale } from '#platform/text/messages.ts';
import { amount } from '../plan-rows.ts';
import type { KindSum } from '../sum-by-kind.ts';
import { plansText } from '../text.ts';

type KindTableProps = {
  readonly locale: Locale;
  readonly sums: readonly KindSum[];
  /** Heading of how many of the centres are counted. */
  readonly filed: string;
};

export function KindTable({ locale, sums, filed }: KindTableProps) {
  const text = plansText(locale);
  const words = text.network;
  return (
    <details>
      <summary>{words.byKind}</summary>
      <table className="stacked">
        <caption className="visually-hidden">{words.byKind}</caption>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{filed}</th>
            <th scope="col">{words.measures}</th>
            <th scope="col">{words.budget}</th>
            <th scope="col">{words.spent}</th>
            <th scope="col">{words.progress}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.kind}>
              <th scope="row">{text.kinds[sum.kind]}</th>
              <td>
                {sum.filed}/{sum.centres}
              </td>
              <td>{sum.measures}</td>
              <td>{amount(sum.budget)}</td>
              <td>{amount(sum.spent)}</td>
              <td>{sum.progress === undefined ? '–' : `${sum.progress} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
