/** To whom a circular goes: all centres in the line, kinds, or named ones found by typing. */
import { useState } from 'react';
import type { Issuer } from '#features/knowledge/circulars/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Audience } from '../circular.ts';
import { circularsText } from '../text.ts';

const centreKinds = ['department', 'state-enterprise', 'bangkok', 'province'] as const;

export function AudienceFields({ locale, issuer }: { readonly locale: Locale; readonly issuer: Issuer }) {
  const text = circularsText(locale);
  const { form } = text;
  const hasOthers = issuer.reach.length > 1;
  const [to, setTo] = useState<Audience['to']>(hasOthers ? 'all' : 'centres');
  const [sought, setSought] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const kinds = centreKinds.filter((kind) => issuer.reach.some((centre) => centre.kind === kind));
  const found = issuer.reach.filter(
    ({ code, name }) =>
      codes.includes(code) || `${name} ${code}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const option = (value: Audience['to'], words: string) => (
    <label className="choice">
      <input type="radio" name="to" value={value} checked={to === value} onChange={() => setTo(value)} />{' '}
      {words}
    </label>
  );
  return (
    <fieldset>
      <legend>{form.audience}</legend>
      {hasOthers ? option('all', form.toAll(issuer.reach.length - 1)) : null}
      {kinds.length > 0 && hasOthers ? option('kinds', form.toKinds) : null}
      {to === 'kinds' ? (
        <div className="row kinds">
          {kinds.map((kind) => (
            <label key={kind} className="choice">
              <input type="checkbox" name="kinds" value={kind} /> {text.centreKinds[kind]}
            </label>
          ))}
        </div>
      ) : null}
      {option('centres', form.toCentres)}
      {to === 'centres' ? (
        <>
          <div className="field">
            <label htmlFor="sought">{form.centresFind}</label>
            <input
              id="sought"
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </div>
          <p className="hint" role="status">
            {form.chosen(codes.length)}
          </p>
          <div className="centre-choices">
            {found.map(({ code, name }) => (
              <label key={code} className="choice">
                <input
                  type="checkbox"
                  name="codes"
                  value={code}
                  checked={codes.includes(code)}
                  onChange={(event) =>
                    setCodes(event.target.checked ? [...codes, code] : codes.filter((each) => each !== code))
                  }
                />{' '}
                {name}
              </label>
            ))}
          </div>
        </>
      ) : null}
    </fieldset>
  );
}
