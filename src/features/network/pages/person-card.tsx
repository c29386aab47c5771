/** One person of a centre: roles with their orders and dates, and what an administrator can do. */
import { useState } from 'react';
import { asCivilDate, formatDate } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import type { PeopleOfCentre } from '../read-people.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { AppointForm } from './appoint-form.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { useAct } from './use-act.ts';

type Person = PeopleOfCentre['people'][number];
type Props = { readonly locale: Locale; readonly person: Person; readonly all: PeopleOfCentre };

export function PersonCard({ locale, person, all }: Props) {
  const text = networkText(locale).people;
  const manages = all.may.appoint && !person.isSelf;
  return (
    <li>
      <div className="row">
        <strong className="grow">
          {locale === 'en' ? (person.nameEn ?? person.nameTh) : person.nameTh}
          <span className="small soft block">
            {person.positionTh ? `${person.positionTh} · ` : ''}
            {person.email}
          </span>
        </strong>
        <span className={person.isOpen ? 'tag' : 'tag late'}>{person.isOpen ? text.open : text.closed}</span>
        <span className={person.hasKeys ? 'tag good' : 'tag'}>
          {person.hasKeys ? text.hasKeys : text.noKeys}
        </span>
      </div>
      <ul className="plain-list">
        {person.appointments.map((held) => (
          <AppointmentLine key={held.id} locale={locale} held={held} mayEnd={manages} />
        ))}
      </ul>
      {manages ? (
        <details>
          <summary>{text.more}</summary>
          <AppointForm locale={locale} person={person} all={all} />
          <AccountActs locale={locale} person={person} all={all} />
        </details>
      ) : null}
    </li>
  );
}

function AppointmentLine({
  locale,
  held,
  mayEnd,
}: {
  readonly locale: Locale;
  readonly held: Person['appointments'][number];
  readonly mayEnd: boolean;
}) {
  const { people: text, roles } = networkText(locale);
  const act = useAct(locale);
  const [sure, setSure] = useState(false);
  const [keyIsDue, setKeyIsDue] = useState(false);
  const day = (date: string) => formatDate(asCivilDate(date), locale, 'short');
  const end = () => {
    if (!sure) return setSure(true);
    void act.run(async () => {
      const answer = await tell<{ keyIsDue: boolean }>('/office/api/appointments/end', { id: held.id });
      setKeyIsDue(answer.keyIsDue);
    });
  };
  const facts = [
    held.actingForName && text.actingFor(held.actingForName),
    held.orderNo && text.order(held.orderNo),
    text.from(day(held.validFrom)),
    held.validTo && text.until(day(held.validTo)),
  ].filter(Boolean);
  return (
    <li className="row">
      <span className="grow">
        <span className={held.isOver ? 'tag' : 'tag deep'}>{roles[held.role]}</span>{' '}
        {held.isOver ? <span className="small">{text.ended} </span> : null}
        <span className="small soft">{facts.join(' · ')}</span>
        {keyIsDue ? <span className="note warn block">{text.keyIsDue}</span> : null}
      </span>
      {mayEnd && !held.isOver ? (
        <button type="button" className={sure ? 'button danger' : 'plain'} disabled={act.busy} onClick={end}>
          {sure ? text.endSure : text.end}
        </button>
      ) : null}
      <ActStatus act={act} />
    </li>
  );
}

function AccountActs({ locale, person, all }: Props) {
  const text = networkText(locale).people;
  const act = useAct(locale);
  const [link, setLink] = useState<string>();
  const who = { personId: person.id, unitCode: all.unitCode };
  const renew = () =>
    act.run(async () => {
      const answer = await tell<{ link: string }>('/office/api/people/renew', {
        ...who,
        id: crypto.randomUUID(),
      });
      setLink(answer.link);
    });
  return (
    <div className="stack">
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={act.busy}
          onClick={() => void act.run(() => tell('/office/api/people/end-sessions', who))}
        >
          {text.endSessions}
        </button>
        <button
          type="button"
          className="button danger"
          disabled={act.busy}
          onClick={() =>
            void act.run(() => tell('/office/api/people/account', { ...who, open: !person.isOpen }))
          }
        >
          {person.isOpen ? text.closeAccount : text.openAccount}
        </button>
        <button type="button" className="button" disabled={act.busy} onClick={() => void renew()}>
          {text.renewSignIn}
        </button>
      </div>
      <p className="hint">{text.renewHint}</p>
      {link ? <OneTimeLink locale={locale} link={link} /> : null}
      <ActStatus act={act} done={text.done} />
    </div>
  );
}
