/** The budget in short: each category, fees, and the sum. */
import type { Locale } from '#platform/text/messages.ts';
import { type Budget, categories } from '../money.ts';
import { moneyText } from '../text.ts';
import { amountIn } from './amounts.ts';

export function BudgetSummary({ locale, budget }: { readonly locale: Locale; readonly budget: Budget }) {
  const text = moneyText(locale);
  const rows: (readonly [string, number])[] = categories.map((category) => [
    text.categories[category],
    budget.lines.filter((line) => line.category === category).reduce((sum, { amount }) => sum + amount, 0),
  ]);
  rows.unshift([text.fees, budget.feeTotal]);
  return (
    <section aria-labelledby="summary">
      <h3 id="summary">{text.summary}</h3>
      <table className="budget-summary">
        <caption className="visually-hidden">{text.summary}</caption>
        <thead>
          <tr>
            <th scope="col">{text.summaryColumns.category}</th>
            <th scope="col" className="number">
              {text.summaryColumns.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([, amount]) => amount > 0)
            .map(([label, amount]) => (
              <tr key={label}>
                <td>{label}</td>
                <td className="number">{amountIn(locale, amount)}</td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td className="number">
              <strong>{amountIn(locale, budget.total)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
