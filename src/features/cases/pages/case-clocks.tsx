/** The deadlines of a case, each with its reason. */
import { asCivilDate, formatDate, formatDue } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { nameIn } from '../case.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';

type Props = { readonly view: CaseView; readonly locale: Locale; readonly text: CasesText };

export function CaseClocks({ view, locale, text }: Props) {
  const words = text.case;
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  return (
    <section aria-labelledby="clocks" className="card">
      <h2 id="clocks">{words.clocks}</h2>
      {view.clocks.length === 0 ? <p className="soft">{words.noClocks}</p> : null}
      <ul className="clocks">
        {view.clocks.map((clock) => (
          <li key={`${clock.code} ${clock.startedOn}`}>
            <p>
              <strong>{nameIn(locale, clock)}</strong>{' '}
              {clock.metOn ? (
                <span className="tag good">{words.met(day(clock.metOn))}</span>
              ) : (
                <span className={clock.dueOn < view.today ? 'tag late' : 'tag'}>
                  {formatDue(asCivilDate(clock.dueOn), asCivilDate(view.today), locale)} · {day(clock.dueOn)}
                </span>
              )}
            </p>
            <p className="soft small">
              {locale === 'th' ? clock.basisTh : clock.basisEn} · {words.startedOn(day(clock.startedOn))}
              {clock.unconfirmed ? ` · ${text.unconfirmed}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
