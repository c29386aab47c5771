/** A link that is shown once: to copy and hand over in person. */
import { useState } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { networkText } from '../text.ts';

export function OneTimeLink({ locale, link }: { readonly locale: Locale; readonly link: string }) {
  const text = networkText(locale).people;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="note good" role="status">
      <h3>{text.linkTitle}</h3>
      <p>{text.linkBody}</p>
      <div className="copy-line">
        <input
          readOnly
          value={link}
          aria-label={text.linkTitle}
          onFocus={(event) => event.target.select()}
          data-testid="one-time-link"
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? text.copied : text.copy}
        </button>
      </div>
    </div>
  );
}
