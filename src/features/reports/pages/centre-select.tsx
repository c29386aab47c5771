/** The choice of a centre: a grouped list that works by itself, and carries what the island's search needs. */
import type { Locale } from '#platform/text/messages.ts';
import type { PublicCentre } from '../addressing.ts';
import { formText } from '../form-text.ts';
import { reportsText } from '../text.ts';

type CentreSelectProps = {
  readonly locale: Locale;
  readonly centres: readonly PublicCentre[];
  readonly chosen: string;
};

export function CentreSelect({ locale, centres, chosen }: CentreSelectProps) {
  const text = formText(locale).centre;
  const kinds = reportsText(locale).centres.kinds;
  const collator = new Intl.Collator(locale);
  const groups = Map.groupBy(centres, ({ kind }) => kind);
  return (
    <div id="centre-choice">
      <label htmlFor="centre">{text.label}</label>
      <select id="centre" name="centre" defaultValue={chosen} aria-describedby="centre-hint">
        <option value="">{text.unknown}</option>
        {[...groups].map(([kind, list]) => (
          <optgroup key={kind} label={kinds[kind]}>
            {[...list]
              .sort((a, b) => (kind === 'province' ? collator.compare(a[locale], b[locale]) : 0))
              .map((centre) => (
                <option
                  key={centre.code}
                  value={centre.code}
                  data-kind={centre.kind}
                  data-other={locale === 'th' ? centre.en : centre.th}
                  data-short={centre.short ?? undefined}
                  data-seal={centre.seal ?? undefined}
                  data-above={centre.above ?? undefined}
                >
                  {centre[locale]}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
