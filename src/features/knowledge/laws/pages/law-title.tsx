/** A law's title: in Thai, and for readers of English by its English name where it has one, the Thai title below. */
import { Heading, Words } from '#interface/heading.tsx';
import { englishLawName } from '#platform/text/english-law-names.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lawsText } from '../text.ts';

export type TitledLaw = { readonly code: string; readonly title: string; readonly yearBE?: number | null };

/** The name for a page's title or a list, in one line. */
export function lawTitle(locale: Locale, law: TitledLaw): string {
  return englishTitle(locale, law) ?? law.title;
}

function englishTitle(locale: Locale, { code, yearBE }: TitledLaw): string | undefined {
  const name = locale === 'en' ? englishLawName(code) : undefined;
  return name && [name, yearBE ? lawsText('en').library.year(yearBE) : ''].join(' ').trim();
}

/** Within a line or a link. */
export function LawName({ locale, law }: { readonly locale: Locale; readonly law: TitledLaw }) {
  const english = englishTitle(locale, law);
  return english ? (
    <span>{english}</span>
  ) : (
    <span lang="th">
      <Words>{law.title}</Words>
    </span>
  );
}

/** The Thai title, where the English name has taken its place. */
export function ThaiTitle({ locale, law }: { readonly locale: Locale; readonly law: TitledLaw }) {
  if (englishTitle(locale, law) === undefined) return null;
  return (
    <span lang="th" className="soft small">
      <Words>{law.title}</Words>
    </span>
  );
}

/** On top of a law's own pages. */
export function LawHeading({ locale, law }: { readonly locale: Locale; readonly law: TitledLaw }) {
  const english = englishTitle(locale, law);
  if (english === undefined)
    return (
      <div lang="th">
        <Heading>{law.title}</Heading>
      </div>
    );
  return (
    <>
      <Heading>{english}</Heading>
      <p>
        <ThaiTitle locale={locale} law={law} />
      </p>
    </>
  );
}
