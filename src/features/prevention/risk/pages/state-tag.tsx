/** Where a map stands, and in which band a risk lies, as coloured words. */
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import type { ListState } from '../list-maps.ts';
import { riskText } from '../text.ts';

const tones: Record<ListState, string> = {
  draft: 'tag',
  submitted: 'tag warn',
  returned: 'tag warn',
  verified: 'tag deep',
  approved: 'tag good',
  none: 'tag',
};

export function StateTag({ state, locale }: { readonly state: ListState; readonly locale: Locale }) {
  return <span className={tones[state]}>{riskText(locale).states[state]}</span>;
}

type BandProps = { readonly scheme: Scheme; readonly band: string | undefined; readonly locale: Locale };

export function BandTag({ scheme, band, locale }: BandProps) {
  const found = scheme.bands.find(({ code }) => code === band);
  if (!found) return <span className="soft">–</span>;
  return <span className={`risk-band tone-${found.tone}`}>{found.name[locale]}</span>;
}

/** A name of the framework's own lists. */
export const nameIn = (
  list: readonly { readonly code: string; readonly name: { readonly th: string; readonly en: string } }[],
  code: string | undefined,
  locale: Locale,
): string => list.find((one) => one.code === code)?.name[locale] ?? '';

/** Shown beside whatever rests on a framework that no official has checked. */
export function UnconfirmedTag({ locale }: { readonly locale: Locale }) {
  const text = riskText(locale);
  return (
    <span className="tag warn" title={text.unconfirmedHint}>
      {text.unconfirmed}
    </span>
  );
}
