/** What demands it, which document says so, and whether an official has confirmed it. */
import type { Locale } from '#platform/text/messages.ts';
import { disclosureText } from '../text.ts';

export function SourceFields({ locale, name }: { readonly locale: Locale; readonly name: string }) {
  const words = disclosureText(locale).sets;
  return (
    <>
      {(['basis', 'source'] as const).map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`${name}-${field}`}>{words[field]}</label>
          <input id={`${name}-${field}`} name={field} maxLength={1000} required />
        </div>
      ))}
      <div className="field">
        <label htmlFor={`${name}-status`}>{words.status}</label>
        <select id={`${name}-status`} name="status" defaultValue="unconfirmed">
          {(['unconfirmed', 'confirmed'] as const).map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
