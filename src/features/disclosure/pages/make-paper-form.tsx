/** Makes the item's paper out of the platform's data: seen first, then published at a lasting address. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { ItemView } from '../index.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import { type Period, paperPath } from '../publishing/paper-address.ts';
import { disclosureText } from '../text.ts';

type MakePaperProps = {
  readonly locale: Locale;
  readonly view: Pick<ItemView, 'line' | 'centre'> & { readonly paperId: string };
  readonly paper: {
    readonly kind: PaperKind;
    readonly periods: readonly Period[];
    readonly years: readonly number[];
  };
  readonly isOpen: boolean;
};

export function MakePaper({ locale, view, paper, isOpen }: MakePaperProps) {
  const text = disclosureText(locale);
  const words = text.item;
  const [year, setYear] = useState(paper.years[1]!);
  const [period, setPeriod] = useState<Period>(paper.periods.at(-1)!);
  const isBusy = useNavigation().state !== 'idle';
  const name = text.fills[paper.kind];
  const preview = (ending: 'pdf' | 'xlsx') =>
    paperPath({ unitCode: view.centre.code, fiscalYear: year, kind: paper.kind, period, ending }).replace(
      '/disclosure/',
      '/office/disclosure/preview/',
    );
  return (
    <section className="card stack" aria-labelledby="making">
      <h2 id="making">{words.making}</h2>
      <p>{words.makingLead(name)}</p>
      <Form method="post" key={view.paperId}>
        <input type="hidden" name="act" value="publish" />
        <input type="hidden" name="id" value={view.paperId} />
        <input type="hidden" name="kind" value={paper.kind} />
        <input type="hidden" name="answerId" value={isOpen ? (view.line.answer?.id ?? '') : ''} />
        <div className="row">
          <label>
            {words.makingYear}{' '}
            <select name="fiscalYear" value={year} onChange={(event) => setYear(Number(event.target.value))}>
              {paper.years.map((one) => (
                <option key={one} value={one}>
                  {locale === 'th' ? one : one - 543}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.makingPeriod}{' '}
            <select
              name="period"
              value={period}
              onChange={(event) => setPeriod(event.target.value as Period)}
            >
              {paper.periods.map((one) => (
                <option key={one} value={one}>
                  {text.periods[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <p className="row small">
          <span>{words.preview}</span>
          {(['pdf', 'xlsx'] as const).map((ending) => (
            <a
              key={ending}
              href={preview(ending)}
              aria-label={words.previewOf(`${name} ${text.formats[ending]}`)}
              download
            >
              {text.formats[ending]}
            </a>
          ))}
        </p>
        <button type="submit" className="button act" disabled={isBusy}>
          {words.publish}
        </button>
      </Form>
    </section>
  );
}
