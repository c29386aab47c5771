/** Filling many cells of the quota grid at once: the same number for all or a kind of centre, or a pasted table. */
import { useState } from 'react';
import type { CentreKind } from '#features/network/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { GridCentre } from '../../quota-grid.ts';
import { fillQuotas, type PasteProblem, type QuotaGrid, readNumber, readPasted } from '../../quota-rules.ts';
import { organiseText } from './text.ts';

type QuotaToolsProps = {
  readonly locale: Locale;
  readonly kinds: readonly { readonly code: string; readonly name: string }[];
  readonly centres: readonly GridCentre[];
  readonly grid: QuotaGrid;
  readonly onGrid: (grid: QuotaGrid) => void;
};

export function QuotaTools({ locale, kinds, centres, grid, onGrid }: QuotaToolsProps) {
  const words = organiseText(locale).quotas;
  const [seats, setSeats] = useState('2');
  const [kind, setKind] = useState(kinds[0]?.code ?? '');
  const [of, setOf] = useState<CentreKind | 'all'>('all');
  const [pasted, setPasted] = useState('');
  const [read, setRead] = useState<{ lines: number; problems: readonly PasteProblem[] }>();
  const groups = [...new Set(centres.map((centre) => centre.kind))];
  const problemOf = (problem: PasteProblem) => words.pasteProblem[problem.code](problem.line, problem.cell);
  return (
    <div className="two-columns quota-tools">
      <fieldset className="card">
        <legend className="visually-hidden">{words.fill}</legend>
        <h3>{words.fill}</h3>
        <div className="row">
          <label>
            {words.fillSeats}
            <input
              inputMode="numeric"
              maxLength={5}
              value={seats}
              onChange={(event) => setSeats(event.target.value)}
            />
          </label>
          <label className="grow">
            {words.fillKind}
            <select value={kind} onChange={(event) => setKind(event.target.value)}>
              {kinds.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="grow">
            {words.fillOf}
            <select value={of} onChange={(event) => setOf(event.target.value as CentreKind | 'all')}>
              <option value="all">{words.fillAll}</option>
              {groups.map((group) => (
                <option key={group} value={group}>
                  {words.centreKinds[group]}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            disabled={readNumber(seats) === undefined}
            onClick={() => onGrid(fillQuotas(grid, centres, { kind, seats: readNumber(seats) ?? 0, of }))}
          >
            {words.fillButton}
          </button>
        </div>
      </fieldset>
      <details className="card">
        <summary>{words.paste}</summary>
        <div className="field">
          <label htmlFor="pasted">{words.paste}</label>
          <p className="hint" id="pasted-hint">
            {words.pasteHint(kinds.map(({ name }) => name).join(', '))}
          </p>
          <textarea
            id="pasted"
            aria-describedby="pasted-hint"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </div>
        <button
          type="button"
          className="button"
          onClick={() => {
            const found = readPasted(
              pasted,
              centres,
              kinds.map(({ code }) => code),
            );
            onGrid({ ...grid, ...found.cells });
            setRead(found);
          }}
        >
          {words.pasteButton}
        </button>
        <div role="status">
          {read ? <p>{words.pasted(read.lines)}</p> : null}
          {read && read.problems.length > 0 ? (
            <ul className="problem">
              {read.problems.map((problem) => (
                <li key={`${problem.line} ${problem.code} ${problem.cell}`}>{problemOf(problem)}</li>
              ))}
            </ul>
          ) : null}
        </div>
      </details>
    </div>
  );
}
