/** Naming people: an officer of the centre by one click, or somebody without an account. */
import { useState } from 'react';
import { Form, Link, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { CentreNominations } from '../nominations.ts';
import { seatsText } from '../text.ts';
import { PersonFields } from './person-fields.tsx';

type NominateFormsProps = {
  readonly view: CentreNominations;
  readonly locale: Locale;
  readonly isHead: boolean;
  readonly newIds: readonly string[];
};

export function NominateForms({ view, locale, isHead, newIds }: NominateFormsProps) {
  const isBusy = useNavigation().state !== 'idle';
  const words = seatsText(locale).nominations;
  const open = view.kinds.filter(({ isOpen }) => isOpen);
  const [kind, setKind] = useState(open[0]?.code ?? '');
  const nameOf = (one: { nameTh: string; nameEn: string }) => (locale === 'th' ? one.nameTh : one.nameEn);
  const kindField = (id: string) => (
    <div className="field">
      <label htmlFor={id}>{words.kind}</label>
      <select id={id} name="kind" value={kind} onChange={(event) => setKind(event.target.value)}>
        {open.map((each) => (
          <option key={each.code} value={each.code}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="two-columns">
      <section className="card" aria-labelledby="colleagues">
        <h2 id="colleagues">{words.colleagues}</h2>
        <p className="hint">{isHead ? words.youApprove : words.headApproves}</p>
        {open.length > 1 ? kindField('kind-colleague') : null}
        {view.colleagues.length === 0 ? <p className="soft">{words.colleaguesNone}</p> : null}
        <ul className="plain-list rows nominate-list">
          {view.colleagues.map((person, at) => (
            <li key={person.id} className="row">
              <div className="grow">
                <span lang="th">{person.nameTh}</span>
                <div className="small soft" lang="th">
                  {person.positionTh}
                </div>
              </div>
              <Form method="post">
                <input type="hidden" name="intent" value="nominate" />
                <input type="hidden" name="unitId" value={view.unitId} />
                <input type="hidden" name="id" value={newIds[at]} />
                <input type="hidden" name="personId" value={person.id} />
                <input type="hidden" name="kind" value={kind} />
                <button
                  type="submit"
                  className="button"
                  aria-label={words.nominateOne(person.nameTh)}
                  disabled={isBusy}
                >
                  {words.nominate}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="other">
        <h2 id="other">{words.other}</h2>
        {/* A name that was taken is a new start; one that was refused keeps what was typed. */}
        <Form method="post" key={view.names.length}>
          <input type="hidden" name="intent" value="nominate" />
          <input type="hidden" name="unitId" value={view.unitId} />
          <input type="hidden" name="id" value={newIds.at(-1)} />
          <PersonFields locale={locale} prefix="other" />
          {open.length > 1 ? kindField('kind-other') : <input type="hidden" name="kind" value={kind} />}
          <button type="submit" className="button main" disabled={isBusy}>
            {words.nominate}
          </button>
        </Form>
        <p>
          <Link to={`/office/nominations/${view.seminar.id}/import`}>{words.import}</Link>
        </p>
      </section>
    </div>
  );
}
