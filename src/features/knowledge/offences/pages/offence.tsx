/** /offences/:code: one section in plain words: elements, penalty, who brings the case, time limit, source. */
import type { ReactNode } from 'react';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { penaltyWords } from '../penalty-words.ts';
import type { OffenceView } from '../present.ts';
import { offencesText } from '../text.ts';
import { ReportThis } from './report-this.tsx';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { app, locale } = context.get(pageContext);
  const offence = await app.offences.view(params['code'] ?? '', locale);
  if (!offence) throw data(null, { status: 404 });
  return { locale, offence };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; offence: OffenceView } }) => {
  const text = offencesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.offence.title ?? text.heading) }];
};

export default function Offence() {
  const { locale, offence } = useLoaderData<typeof loader>();
  const text = offencesText(locale);
  const law = text.instruments[offence.instrument] ?? offence.instrument;
  return (
    <PublicFrame locale={locale} path={`/offences/${offence.code}`} narrow>
      <p className="small">
        <a href={citizenPath(locale, '/offences')}>{text.heading}</a>
      </p>
      <Heading>{offence.title}</Heading>
      <p className="soft">
        {law} {text.section(offence.section)}
      </p>
      <p className="offence-gist">{offence.gist}</p>
      <p className="note">{text.notAdvice}</p>
      <Part heading={text.elements}>
        <ol>
          {offence.elements.map((element) => (
            <li key={element}>{element}</li>
          ))}
        </ol>
      </Part>
      <Part heading={text.penalty}>
        <Penalties offence={offence} locale={locale} />
      </Part>
      <Part heading={text.limit}>
        {offence.limit ? (
          <p>
            <strong>{text.limitYears(offence.limit.years)}</strong> · {text.limitWhy}. {offence.limit.text}{' '}
            <span className="soft small">({offence.limit.basis})</span>
          </p>
        ) : (
          <p>{text.limitNone}</p>
        )}
        <Rules rules={offence.limitNotes} locale={locale} />
      </Part>
      <Part heading={text.competent}>
        <Rules rules={offence.competence} locale={locale} />
      </Part>
      {offence.discipline.length > 0 ? (
        <Part heading={text.discipline}>
          <Rules rules={offence.discipline} locale={locale} />
        </Part>
      ) : null}
      <Part heading={text.clocks}>
        <p>{offence.clocks.map((code) => text.clockNames[code] ?? code).join(' · ')}</p>
      </Part>
      <ReportThis locale={locale} />
      {offence.related.length > 0 ? (
        <Part heading={text.related}>
          <ul>
            {offence.related.map(({ code, title, section, instrument }) => (
              <li key={code}>
                <a href={citizenPath(locale, `/offences/${code}`)}>{title}</a>{' '}
                <span className="soft small">
                  {text.instruments[instrument]} {text.section(section)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <Part heading={text.sourceHeading}>
        <p className="small">
          <span className={offence.status === 'confirmed' ? 'tag good' : 'tag warn'}>
            {text.statuses[offence.status]}
          </span>{' '}
          {text.version(offence.version)} ·{' '}
          {text.force(formatDate(asCivilDate(offence.validFrom), locale, 'long'))}
        </p>
        <p className="soft small" lang="th">
          {offence.basis}. {offence.source}
        </p>
        {offence.loaded.map((section) => (
          <p key={section}>
            <a href={citizenPath(locale, `/laws/${offence.instrument}/${section}`)}>
              {text.readLaw(section)}
            </a>
          </p>
        ))}
      </Part>
    </PublicFrame>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <section>
      <Heading level={2}>{heading}</Heading>
      {children}
    </section>
  );
}

type PartProps = { readonly offence: OffenceView; readonly locale: Locale };

function Penalties({ offence, locale }: PartProps) {
  const text = offencesText(locale);
  if (offence.penalties.length === 0) return <p>{text.forfeiture}</p>;
  return (
    <>
      {offence.penalties.map((penalty) => (
        <p key={penalty.limb}>
          {offence.penalties.length > 1 ? <span className="soft">{text.limbs[penalty.limb]}: </span> : null}
          <strong>{penaltyWords(penalty, text)}</strong>
        </p>
      ))}
      {offence.penaltySection === offence.section ? null : (
        <p className="soft small">{text.penaltyFrom(offence.penaltySection)}</p>
      )}
    </>
  );
}

type Shown = {
  readonly text: string;
  readonly basis: string;
  readonly status: 'confirmed' | 'unconfirmed';
};

function Rules({ rules, locale }: { readonly rules: readonly Shown[]; readonly locale: Locale }) {
  const text = offencesText(locale);
  if (rules.length === 0) return null;
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule.text}>
          {rule.text}
          <br />
          <span className="soft small">
            <span lang="th">{rule.basis}</span>
            {rule.status === 'unconfirmed' ? ` · ${text.statuses.unconfirmed}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
