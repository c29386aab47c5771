/** What each speaker agreed to, and a form for the next word. */
import { Form } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { NamedSpeaker } from '../material.queries.ts';
import { type Consent, consentScopes } from '../material.ts';
import { materialsText } from '../text.ts';

type ConsentsProps = {
  readonly locale: Locale;
  readonly today: string;
  readonly ids: readonly string[];
  readonly speakers: readonly NamedSpeaker[];
  readonly consents: readonly Consent[];
};

export function Consents({ locale, today, ids, speakers, consents }: ConsentsProps) {
  const words = materialsText(locale);
  return (
    <section aria-labelledby="consents">
      <h3 id="consents">{words.consents}</h3>
      <p className="soft measure">{words.consentsLead}</p>
      {speakers.length === 0 ? <p className="card empty">{words.noSpeakers}</p> : null}
      <ul className="plain-list rows">
        {speakers.map((speaker, at) => {
          const consent = consents.find(({ speakerId }) => speakerId === speaker.id);
          const id = `consent-${speaker.id}`;
          return (
            <li key={speaker.id}>
              <strong lang="th">{speaker.nameTh}</strong>
              <p className="small">
                {consent
                  ? words.consentNow(
                      words.scopes[consent.scope],
                      formatDate(asCivilDate(consent.givenOn), locale, 'short'),
                      consent.givenHow,
                    )
                  : words.consentNone}
              </p>
              <details>
                <summary>{words.consentEdit}</summary>
                <Form method="post" className="narrow-form" key={ids[at]}>
                  <input type="hidden" name="intent" value="consent" />
                  <input type="hidden" name="id" value={ids[at]} />
                  <input type="hidden" name="speakerId" value={speaker.id} />
                  <div className="field">
                    <label htmlFor={id}>{words.scope}</label>
                    <select id={id} name="scope" defaultValue={consent?.scope ?? 'participants'}>
                      {consentScopes.map((scope) => (
                        <option key={scope} value={scope}>
                          {words.scopes[scope]}
                        </option>
                      ))}
                    </select>
                  </div>
                  <DateField
                    id={`${id}-on`}
                    name="givenOn"
                    label={words.givenOn}
                    locale={locale}
                    defaultValue={today}
                  />
                  <div className="field">
                    <label htmlFor={`${id}-how`}>{words.givenHow}</label>
                    <p className="hint" id={`${id}-how-hint`}>
                      {words.givenHowHint}
                    </p>
                    <input
                      id={`${id}-how`}
                      name="givenHow"
                      required
                      maxLength={300}
                      aria-describedby={`${id}-how-hint`}
                    />
                  </div>
                  <button type="submit" className="button main">
                    {words.save}
                  </button>
                </Form>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
