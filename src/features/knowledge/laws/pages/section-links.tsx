/** A list of sections, those of one law together: what a section names, or what names it. */
import { Heading } from '#interface/heading.tsx';
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { addressOfSection } from '../section-address.ts';
import { lawsText } from '../text.ts';
import { LawName } from './law-title.tsx';

type SectionLinksProps = {
  readonly locale: Locale;
  readonly unit: string;
  /** Code of the law on whose page the list stands; its name is not repeated. */
  readonly own: string;
  readonly heading: string;
  readonly sections: readonly { code: string; number: string; title: string | null; known: boolean }[];
};

export function SectionLinks({ locale, unit, own, heading, sections }: SectionLinksProps) {
  const text = lawsText(locale).library;
  if (sections.length === 0) return null;
  const codes = [...new Set(sections.map(({ code }) => code))];
  return (
    <section>
      <Heading level={2}>{heading}</Heading>
      {codes.map((code) => {
        const those = sections.filter((each) => each.code === code);
        return (
          <div key={code}>
            {code === own ? null : (
              <p className="small">
                <LawName locale={locale} law={{ code, title: those[0]!.title ?? code }} />
              </p>
            )}
            <ul className="law-numbers">
              {those.map(({ number, known }) => (
                <li key={number}>
                  {known ? (
                    <a href={citizenPath(locale, `/laws/${code}/${addressOfSection(number)}`)}>
                      {text.section(unit, number)}
                    </a>
                  ) : (
                    <span className="soft">
                      {text.section(unit, number)} ({text.notHeld})
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
