/** Invitations that wait for an answer: withdraw one, or make a new link. */
import { useState } from 'react';
import { civilDate, formatDate } from '#platform/calendar/bangkok.ts';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import type { PeopleOfCentre } from '../read-people.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { useAct } from './use-act.ts';

export function OpenInvitations({
  locale,
  invitations,
}: {
  readonly locale: Locale;
  readonly invitations: PeopleOfCentre['invitations'];
}) {
  const { people: text, roles } = networkText(locale);
  const act = useAct(locale);
  const [link, setLink] = useState<string>();
  if (invitations.length === 0 && !link) return null;
  const resend = (id: string) =>
    act.run(async () => {
      const body = { id, newId: crypto.randomUUID() };
      setLink((await tell<{ link: string }>('/office/api/invitations/resend', body)).link);
    });
  return (
    <section>
      <h2>{text.invitations}</h2>
      <ul className="plain-list rows">
        {invitations.map((one) => (
          <li key={one.id} className="row">
            <span className="grow">
              {one.nameTh} <span className="soft small">{one.email}</span>
              <span className="block small">
                {one.renews ? text.renews : one.roles.map((role) => roles[role]).join(' · ')}{' '}
                <span className={one.isExpired ? 'tag late' : 'soft'}>
                  {one.isExpired
                    ? text.expired
                    : text.expires(formatDate(civilDate(new Date(one.expiresAt)), locale, 'short'))}
                </span>
              </span>
            </span>
            <button type="button" className="plain" disabled={act.busy} onClick={() => void resend(one.id)}>
              {text.resend}
            </button>
            <button
              type="button"
              className="plain"
              disabled={act.busy}
              onClick={() => void act.run(() => tell('/office/api/invitations/revoke', { id: one.id }))}
            >
              {text.revoke}
            </button>
          </li>
        ))}
      </ul>
      <ActStatus act={act} />
      {link ? <OneTimeLink locale={locale} link={link} /> : null}
    </section>
  );
}
