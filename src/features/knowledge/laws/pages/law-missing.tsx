/** Said when the library does not hold what the address names. */
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { lawsText } from '../text.ts';
import { LawSearchForm } from './law-search-form.tsx';

export function LawMissing({ locale }: { readonly locale: Locale }) {
  const text = lawsText(locale).library;
  return (
    <PublicFrame locale={locale} path="/laws" narrow>
      <Heading>{text.missing}</Heading>
      <p>
        {text.missingHelp}
        {': '}
        <a href={citizenPath(locale, '/laws')}>{text.heading}</a>
      </p>
      <LawSearchForm locale={locale} />
    </PublicFrame>
  );
}
