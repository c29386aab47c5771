/** Lines of expenses: a table to read, or one of fields to fill in with room for more. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { type BudgetLine, categories } from '../money.ts';
import { moneyText } from '../text.ts';
import { amountIn, numberIn } from './amounts.ts';

type BudgetLinesProps = {
  readonly locale: Locale;
  readonly lines: readonly BudgetLine[];
  readonly mark: string;
  /** Identifiers for lines to come; undefined when the budget stands still. */
  readonly fresh: readonly string[] | undefined;
  /** Names of fields that were not accepted. */
  readonly wrong: readonly string[];
};

export function BudgetLines({ locale, lines, mark, fresh, wrong }: BudgetLinesProps) {
  const text = moneyText(locale);
  return (
    <section aria-labelledby="lines">
      <h3 id="lines">{text.lines}</h3>
      {fresh ? (
        // A saved budget is a new start for the form; a refused one keeps what was typed.
        <LineForm key={mark} {...{ locale, lines, mark, fresh, wrong }} />
      ) : lines.length === 0 ? (
        <p className="soft">{text.noLines}</p>
      ) : (
        <LineTable locale={locale} lines={lines} />
      )}
    </section>
  );
}

function LineTable({ locale, lines }: Pick<BudgetLinesProps, 'locale' | 'lines'>) {
  const text = moneyText(locale);
  const { columns } = text;
  return (
    <table className="stacked">
      <caption className="visually-hidden">{text.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.category}</th>
          <th scope="col">{columns.description}</th>
          <th scope="col" className="number">
            {columns.quantity}
          </th>
          <th scope="col" className="number">
            {columns.unitPrice}
          </th>
          <th scope="col" className="number">
            {columns.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>{text.categories[line.category]}</td>
            <td lang="th">{line.description}</td>
            <td className="number">
              {numberIn(locale, line.quantity)} <span lang="th">{line.unit}</span>
            </td>
            <td className="number">{amountIn(locale, line.unitPrice)}</td>
            <td className="number">{amountIn(locale, line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type LineFormProps = Omit<BudgetLinesProps, 'fresh'> & { readonly fresh: readonly string[] };

function LineForm({ locale, lines, mark, fresh, wrong }: LineFormProps) {
  const text = moneyText(locale);
  const { columns } = text;
  const isBusy = useNavigation().state !== 'idle';
  // The identifiers that the form began with: a refused form is sent again with the same ones.
  const [began] = useState(fresh);
  const rows: readonly (Partial<BudgetLine> & { readonly id: string })[] = [
    ...lines,
    ...began.map((id) => ({ id })),
  ];
  const field = (id: string, name: string, column: string, at: number) => ({
    name: `${name}-${id}`,
    'aria-label': text.row(at + 1, column),
    'aria-invalid': wrong.includes(`${name}-${id}`) || undefined,
  });
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="lines" />
      <input type="hidden" name="mark" value={mark} />
      <table className="stacked budget-form">
        <caption className="visually-hidden">{text.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.category}</th>
            <th scope="col">{columns.description}</th>
            <th scope="col">{columns.quantity}</th>
            <th scope="col">{columns.unit}</th>
            <th scope="col">{columns.unitPrice}</th>
            <th scope="col" className="number">
              {columns.amount}
            </th>
            <th scope="col">{columns.remove}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <td>
                <input type="hidden" name="line" value={row.id} />
                <select
                  {...field(row.id, 'category', columns.category, at)}
                  defaultValue={row.category ?? 'food'}
                >
                  {categories.map((category) => (
                    <option key={category} value={category}>
                      {text.categories[category]}
                    </option>
                  ))}
                </select>
              </td>
              <td className="wide-cell">
                <span className="stacked-label" aria-hidden="true">
                  {columns.description}
                </span>
                <input
                  {...field(row.id, 'description', columns.description, at)}
                  lang="th"
                  maxLength={300}
                  defaultValue={row.description}
                />
              </td>
              <td>
                <span className="stacked-label" aria-hidden="true">
                  {columns.quantity}
                </span>
                <input
                  {...field(row.id, 'quantity', columns.quantity, at)}
                  inputMode="decimal"
                  defaultValue={row.quantity}
                />
              </td>
              <td>
                <span className="stacked-label" aria-hidden="true">
                  {columns.unit}
                </span>
                <input
                  {...field(row.id, 'unit', columns.unit, at)}
                  lang="th"
                  maxLength={60}
                  defaultValue={row.unit}
                />
              </td>
              <td>
                <span className="stacked-label" aria-hidden="true">
                  {columns.unitPrice}
                </span>
                <input
                  {...field(row.id, 'unitPrice', columns.unitPrice, at)}
                  inputMode="decimal"
                  defaultValue={row.unitPrice}
                />
              </td>
              <td className="number">{row.amount === undefined ? null : amountIn(locale, row.amount)}</td>
              <td>
                {row.description === undefined ? null : (
                  <label className="budget-remove">
                    <input
                      type="checkbox"
                      name={`remove-${row.id}`}
                      aria-label={text.row(at + 1, columns.remove)}
                    />{' '}
                    <span className="stacked-label">{columns.remove}</span>
                  </label>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{text.rowsHint}</p>
      <button type="submit" className="button main" disabled={isBusy}>
        {text.saveLines}
      </button>
    </Form>
  );
}
