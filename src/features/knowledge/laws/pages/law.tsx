/** /laws/:code: what a law holds. */
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { toThaiDigits } from '#platform/text/thai-digits.ts';
import { addressOfSection } from '../section-address.ts';
import { lawsText } from '../text.ts';
import { LawMissing } from './law-missing.tsx';
import { LawSearchForm } from './law-search-form.tsx';
import { LawHeading, lawTitle, type TitledLaw } from './law-title.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const contents = await app.laws.contents(params['code'] ?? '');
  if (!contents) return data({ locale, found: undefined }, { status: 404 });
  const { law, headings, sections } = contents;
  const found = {
    code: law.code,
    title: law.title,
    yearBE: law.yearBE,
    kind: law.kind,
    unit: law.unit,
    knownSince: law.knownSince,
    isFirst: law.version === 1,
    preamble: law.preamble,
    headings: headings.map(({ id, depth, label, title, first, last }) => ({
      id,
      depth,
      label,
      title,
      first,
      last,
    })),
    sections: sections.map(({ number, repealed }) => ({ number, repealed })),
  };
  return data({ locale, found }, { status: 200 });
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; found: TitledLaw | undefined } }) => {
  const locale = loaderData?.locale ?? 'th';
  const found = loaderData?.found;
  return [{ title: found ? lawTitle(locale, found) : lawsText(locale).library.missing }];
};

export default function LawPage() {
  const { locale, found } = useLoaderData<typeof loader>();
  if (!found) return <LawMissing locale={locale} />;
  const text = lawsText(locale).library;
  const to = (number: string) => citizenPath(locale, `/laws/${found.code}/${addressOfSection(number)}`);
  return (
    <PublicFrame locale={locale} path={`/laws/${found.code}`} narrow>
      <p className="small soft">
        <a href={citizenPath(locale, '/laws')}>{text.heading}</a>
        {' · '}
        {text.kinds[found.kind]}
      </p>
      <LawHeading locale={locale} law={found} />
      <p className="small soft">
        {text.sections(found.sections.length, found.unit)}
        {' · '}
        {found.knownSince
          ? (found.isFirst ? text.knownSince : text.inForceSince)(
              formatDate(asCivilDate(found.knownSince), locale),
            )
          : text.knownUnknown}
        <br />
        {text.notOfficial}
      </p>
      <p>
        <a className="button" href={citizenPath(locale, `/laws/${found.code}/text`)}>
          {text.wholeText}
        </a>
      </p>
      <LawSearchForm locale={locale} laws={[found]} law={found.code} />
      {found.headings.length === 0 ? null : (
        <nav aria-label={text.contents}>
          <Heading level={2}>{text.contents}</Heading>
          <ul className="law-contents">
            {found.headings.map(({ id, depth, label, title, first, last }) => (
              <li key={id} className={`depth-${Math.min(depth, 3)}`}>
                <span lang="th">
                  <Words>{`${label} ${title}`.trim()}</Words>
                </span>
                {first && last ? <a href={to(first)}>{text.range(found.unit, first, last)}</a> : null}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Heading level={2}>{text.allSections}</Heading>
      <ul className="law-numbers">
        {found.sections.map(({ number, repealed }) => {
          // In the digits of its spoken name: who says what she sees must be understood (WCAG 2.5.3).
          const shown = locale === 'th' ? toThaiDigits(number) : number;
          return (
            <li key={number}>
              <a href={to(number)} aria-label={text.section(found.unit, number)}>
                {repealed ? <s>{shown}</s> : shown}
              </a>
            </li>
          );
        })}
      </ul>
    </PublicFrame>
  );
}
