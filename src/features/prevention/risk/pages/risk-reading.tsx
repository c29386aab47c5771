/** A risk that is only read: every word of it, and what came of it. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Scheme } from '../framework.ts';
import { type Risk, type RiskField, type RiskResult, textLimits } from '../risk.ts';
import { riskText } from '../text.ts';
import { BandTag, nameIn } from './state-tag.tsx';

type Props = {
  readonly locale: Locale;
  readonly risk: Risk;
  readonly scheme: Scheme;
  readonly results: readonly RiskResult[];
  /** Inside a card already. */
  readonly isBare?: boolean;
};

/** A field of a risk as words. */
export function shownField(locale: Locale, scheme: Scheme, risk: Risk, field: RiskField): string {
  const text = riskText(locale);
  switch (field) {
    case 'domain':
      return nameIn(scheme.domains, risk.domain, locale);
    case 'controlQuality':
      return nameIn(scheme.controls, risk.controlQuality, locale);
    case 'isKnown':
      return text.known[risk.isKnown ? 'yes' : 'no'];
    case 'dueOn':
      return risk.dueOn ? formatDate(asCivilDate(risk.dueOn), locale, 'short') : '';
    case 'likelihood':
    case 'impact': {
      const level = risk[field];
      return level ? `${level}` : '';
    }
    default:
      return risk[field] ?? '';
  }
}

/** The name of a field; the axes carry the framework's. */
export const fieldName = (locale: Locale, scheme: Scheme, field: RiskField): string =>
  field === 'likelihood' || field === 'impact' ? scheme[field].name[locale] : riskText(locale).fields[field];

const order: readonly RiskField[] = [
  'process',
  'step',
  'event',
  'who',
  'how',
  'isKnown',
  'cause',
  'control',
  'controlQuality',
  'likelihood',
  'impact',
  'treatment',
  'owner',
  'dueOn',
  'indicator',
];

export function RiskReading({ locale, risk, scheme, results, isBare }: Props) {
  const text = riskText(locale);
  return (
    <div className={isBare ? undefined : 'card'}>
      <p>
        <BandTag scheme={scheme} band={risk.band} locale={locale} />{' '}
        <span className="soft">{nameIn(scheme.domains, risk.domain, locale)}</span>
      </p>
      <dl className="facts two-columns">
        {order
          .map((field) => ({ field, words: shownField(locale, scheme, risk, field) }))
          .filter(({ words }) => words !== '')
          .map(({ field, words }) => (
            <div key={field}>
              <dt>{fieldName(locale, scheme, field)}</dt>
              <dd className="kept-lines" lang={field in textLimits ? 'th' : undefined}>
                {words}
              </dd>
            </div>
          ))}
        {results.map((result) => (
          <div key={result.id}>
            <dt>{text.results.halves[result.half]}</dt>
            <dd>
              {text.results.progresses[result.progress]}{' '}
              <BandTag scheme={scheme} band={result.band} locale={locale} />
              <br />
              <span lang="th">{[result.done, result.measured].filter(Boolean).join(' · ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
