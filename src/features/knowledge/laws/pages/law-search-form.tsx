/** The search box of the law pages: a plain form, so that it works without script. */
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { lawsText } from '../text.ts';
import { lawTitle, type TitledLaw } from './law-title.tsx';

type LawSearchFormProps = {
  readonly locale: Locale;
  readonly query?: string;
  /** Laws to choose from; without them the form searches everywhere. */
  readonly laws?: readonly TitledLaw[];
  readonly law?: string | undefined;
};

export function LawSearchForm({ locale, query = '', laws, law }: LawSearchFormProps) {
  const text = lawsText(locale).library;
  return (
    <form className="law-search" action={citizenPath(locale, '/search')} method="get">
      <div className="field">
        <label htmlFor="q">{text.searchLabel}</label>
        <span id="q-hint" className="hint">
          {text.searchHint}
        </span>
        <input id="q" name="q" type="search" defaultValue={query} maxLength={200} aria-describedby="q-hint" />
      </div>
      {laws ? (
        <div className="field">
          <label htmlFor="law">{text.lawFilter}</label>
          <select id="law" name="law" defaultValue={law ?? ''}>
            <option value="">{text.everyLaw}</option>
            {laws.map((each) => (
              <option
                key={each.code}
                value={each.code}
                lang={lawTitle(locale, each) === each.title ? 'th' : undefined}
              >
                {lawTitle(locale, each)}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <button className="button" type="submit">
        {text.search}
      </button>
    </form>
  );
}
