/** /laws/:code/:section: the permanent address of a section, as of a day, with what it cites and what cites it. */
import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Heading, Words } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { dateText } from '#platform/http/posted-date.ts';
import type { Locale } from '#platform/text/messages.ts';
import { fromThaiDigits } from '#platform/text/thai-digits.ts';
import { InPlainWords } from '../../offences/pages/in-plain-words.tsx';
import type { SectionPage } from '../read-library.ts';
import { addressOfSection, sectionOfAddress } from '../section-address.ts';
import { lawsText } from '../text.ts';
import { LawMissing } from './law-missing.tsx';
import { LawName, lawTitle } from './law-title.tsx';
import { Provision } from './provision.tsx';
import { SectionLinks } from './section-links.tsx';
import { SectionUsersLists } from './section-users.tsx';
import { WordingHistory } from './wording-history.tsx';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const code = params['code'] ?? '';
  const asked = params['section'] ?? '';
  const number = sectionOfAddress(fromThaiDigits(asked));
  if (
    number !== undefined &&
    addressOfSection(number) !== encodeURIComponent(asked) &&
    addressOfSection(number) !== asked
  )
    throw redirect(citizenPath(locale, `/laws/${code}/${addressOfSection(number)}`), 301);
  const search = new URL(request.url).searchParams;
  const askedDay = dateText(search, 'on');
  const on = parseCivilDate(askedDay);
  const pair = /^(\d{1,4})\.\.(\d{1,4})$/.exec(search.get('compare') ?? '');
  const compare = pair ? ([Number(pair[1]), Number(pair[2])] as const) : undefined;
  const found = number === undefined ? undefined : await app.laws.section({ code, number, on, compare });
  const offences = found ? await app.offences.onSection(code, found.number, locale) : [];
  return data({ locale, asked: askedDay, found, offences }, { status: found ? 200 : 404 });
}

type Loaded = { locale: Locale; found: SectionPage | undefined };

export const meta = ({ loaderData }: { loaderData?: Loaded }) => {
  const locale = loaderData?.locale ?? 'th';
  const text = lawsText(locale).library;
  const found = loaderData?.found;
  if (!found) return [{ title: text.missing }];
  return [{ title: `${text.section(found.law.unit, found.number)} · ${lawTitle(locale, found.law)}` }];
};

export default function LawSectionPage() {
  const { locale, asked, found, offences } = useLoaderData<typeof loader>();
  if (!found) return <LawMissing locale={locale} />;
  const text = lawsText(locale).library;
  const { law, number, wording, headings } = found;
  const address = `/laws/${law.code}/${addressOfSection(number)}`;
  const to = (path: string) => citizenPath(locale, path);
  const neighbour = (other: string | null, words: string) =>
    other === null ? null : (
      <a href={to(`/laws/${law.code}/${addressOfSection(other)}`)}>
        {words} ({text.section(law.unit, other)})
      </a>
    );
  const since = wording.validFrom ?? law.knownSince;
  const sinceWhen = wording.number === 1 ? text.knownSince : text.inForceSince;
  return (
    <PublicFrame locale={locale} path={address} narrow>
      <article className="law-section">
        <p className="small soft">
          <a href={to(`/laws/${law.code}`)}>
            <LawName locale={locale} law={law} />
          </a>
          {headings.map(({ label, title }) => (
            <span key={label + title} lang="th">
              {' › '}
              <Words>{`${label} ${title}`.trim()}</Words>
            </span>
          ))}
        </p>
        <Heading>{text.section(law.unit, number)}</Heading>
        {found.isTooEarly ? <p className="note warn">{text.tooEarly}</p> : null}
        {found.isGone ? <p className="note warn">{text.gone}</p> : null}
        {wording.repealed ? <p className="note warn">{text.repealed}</p> : null}
        <Provision paragraphs={wording.paragraphs} />
        <p className="small soft">
          {since ? sinceWhen(formatDate(asCivilDate(since), locale)) : text.knownUnknown}
          {law.gazette ? ` · ${text.gazette(law.gazette)}` : null}
          <br />
          {text.notOfficial}
        </p>
      </article>
      <nav className="row law-turn">
        {neighbour(found.before, text.previous)}
        {neighbour(found.after, text.next)}
      </nav>
      <InPlainWords cards={offences} locale={locale} />
      {found.offences.length === 0 ? null : (
        <section>
          <Heading level={2}>{text.offences}</Heading>
          <ul>
            {found.offences.map(({ code, titleTh, titleEn }) => (
              <li key={code}>
                <a href={to(`/offences/${code}`)}>{locale === 'en' ? titleEn : titleTh}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <SectionUsersLists locale={locale} users={found.users} />
      <SectionLinks
        locale={locale}
        unit={law.unit}
        own={law.code}
        heading={text.cites}
        sections={found.cited}
      />
      <SectionLinks
        locale={locale}
        unit={law.unit}
        own={law.code}
        heading={text.citedBy}
        sections={found.citing}
      />
      <WordingHistory locale={locale} address={to(address)} page={found} asked={asked} />
      {wording.footnotes.length === 0 ? null : (
        <details>
          <summary>{text.footnotes}</summary>
          <ul className="small" lang="th">
            {wording.footnotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      <details className="law-copy">
        <summary>{text.copy}</summary>
        <label htmlFor="copy">{text.copyHint}</label>
        <textarea
          id="copy"
          readOnly
          rows={6}
          value={`“${wording.text}” (${text.citation(law.title, law.unit, number)})`}
        />
      </details>
    </PublicFrame>
  );
}
