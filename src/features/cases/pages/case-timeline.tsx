/** A case's life: every act, who and when; readings folded together so that they do not drown the rest. */
import { formatDateTime } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Stage } from '../case.ts';
import type { CaseEvent, CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import { personName } from './person-name.ts';

type Props = { readonly view: CaseView; readonly locale: Locale; readonly text: CasesText };

const isReading = ({ act }: CaseEvent) =>
  act === 'case.opened' || act === 'file.opened' || act === 'file.downloaded';

export function CaseTimeline({ view, locale, text }: Props) {
  const readings = view.events.filter(isReading);
  const line = (event: CaseEvent) => <EventLine key={event.id} {...{ event, view, locale, text }} />;
  return (
    <section aria-labelledby="timeline" className="card">
      <h2 id="timeline">{text.case.timeline}</h2>
      <ol className="timeline">{view.events.filter((event) => !isReading(event)).map(line)}</ol>
      {readings.length > 0 ? (
        <details>
          <summary>{text.case.readings(readings.length)}</summary>
          <ol className="timeline">{readings.map(line)}</ol>
        </details>
      ) : null}
    </section>
  );
}

function EventLine({ event, view, locale, text }: Props & { readonly event: CaseEvent }) {
  const { events, roles, stages } = text;
  const act = event.act in events ? events[event.act as keyof typeof events] : events.other;
  const role = event.role && event.role in roles ? roles[event.role as keyof typeof roles] : undefined;
  const person = event.facts['person'];
  return (
    <li>
      <p>
        <strong>{act}</strong>
        {event.to ? `: ${stages[event.to as Stage]}` : ''}
        {typeof person === 'string' ? `: ${personName(view, person, locale, text)}` : ''}
        <OutcomeName event={event} view={view} locale={locale} />
      </p>
      <p className="soft small">
        {formatDateTime(new Date(event.at), locale)}
        {event.personId ? ` · ${personName(view, event.personId, locale, text)}` : ''}
        {role ? ` ${text.case.inRole(role)}` : ''}
        {event.acting ? ` (${text.case.acting})` : ''}
      </p>
    </li>
  );
}

function OutcomeName({ event, view, locale }: Omit<Props, 'text'> & { readonly event: CaseEvent }) {
  const outcome = view.matter?.outcomes.find(({ code }) => code === event.facts['outcome']);
  return outcome ? <> · {locale === 'th' ? outcome.nameTh : outcome.nameEn}</> : null;
}
