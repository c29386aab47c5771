/** The receipt: filled in for who sent without script, empty as a template for the island. */
import { citizenPath } from '#interface/public-frame.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { receiptText } from '../receipt-text.ts';
import type { ShownReceipt } from '../without-script/file-form.ts';

type ReceiptProps = {
  readonly locale: Locale;
  /** Where to come back to, written out for whoever has only the paper. */
  readonly followAt: string;
  readonly receipt?: ShownReceipt;
};

export function Receipt({ locale, followAt, receipt }: ReceiptProps) {
  const text = receiptText(locale);
  const other: Locale = locale === 'th' ? 'en' : 'th';
  const filled = receipt !== undefined;
  return (
    <article className="receipt" data-slot="receipt">
      <h1 tabIndex={-1}>{text.heading}</h1>
      <p>
        {text.number} <strong data-slot="number">{receipt?.number}</strong>
      </p>
      {filled ? <p className="note warn">{text.serverSealed}</p> : null}
      <section className="card secret" aria-labelledby="keep">
        <h2 id="keep">{text.keep}</h2>
        <p>{text.keepWhy}</p>
        <h3>{text.digits}</h3>
        <p className="digits" data-slot="digits">
          {receipt?.digits.split(' ').map((group) => (
            <span key={group}>{group} </span>
          ))}
        </p>
        <h3>{text.words}</h3>
        <WordRow words={receipt?.words[locale]} slot={locale} lang={locale} />
        <details>
          <summary>{text.otherWords}</summary>
          <WordRow words={receipt?.words[other]} slot={other} lang={other} />
        </details>
        <h3>{text.qr}</h3>
        <p className="hint">{text.qrHint}</p>
        <p>
          {text.comeBack} <strong>{followAt}</strong>
        </p>
        <svg
          className="qr"
          data-slot="qr"
          role="img"
          aria-label={text.qr}
          viewBox={receipt ? `0 0 ${receipt.qr.size} ${receipt.qr.size}` : '0 0 1 1'}
        >
          <path d={receipt?.qr.path ?? ''} />
        </svg>
        {filled ? null : (
          <p className="row no-print">
            <button type="button" className="button" data-do="copy">
              {text.copy}
            </button>
            <button type="button" className="button" data-do="print">
              {text.print}
            </button>
            <span role="status" data-slot="copied" />
          </p>
        )}
      </section>
      <form
        className="card no-print"
        method="post"
        encType="multipart/form-data"
        action={citizenPath(locale, '/follow')}
        data-slot="type-back"
      >
        <label htmlFor="typed">{text.typeBack}</label>
        <p className="hint" id="typed-hint">
          {text.typeBackHint}
        </p>
        <input
          id="typed"
          name="receipt"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="typed-hint"
        />
        <input type="hidden" name="intent" value="kept" />
        <p role="status" data-slot="typed-back" />
        <button type="submit" className="button main">
          {text.check}
        </button>
      </form>
      {filled ? null : (
        <section className="card no-print" data-slot="proof" hidden>
          <h2>{text.proof}</h2>
          <p className="hint">{text.proofHint}</p>
          <p role="status" data-slot="proof-says">
            {text.proofWaiting}
          </p>
          <button type="button" className="button" data-do="save-proof" hidden>
            {text.proofSave}
          </button>
        </section>
      )}
      <section>
        <h2>{text.next}</h2>
        <ol>
          {text.nextSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <p className="row no-print">
        <a className="button" href={citizenPath(locale, '/follow')}>
          {text.follow}
        </a>
        <a className="button quiet" href={citizenPath(locale, '/')} data-do="finish">
          {text.done}
        </a>
      </p>
    </article>
  );
}

type WordRowProps = {
  readonly words: string | undefined;
  readonly slot: Locale;
  readonly lang: Locale;
};

function WordRow({ words, slot, lang }: WordRowProps) {
  return (
    <ol className="words" data-slot={`words-${slot}`} lang={lang}>
      {words?.split(' ').map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a receipt may hold one word twice, and never changes
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
