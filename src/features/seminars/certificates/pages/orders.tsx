/** Orders and how far each is; the page asks again while one is worked off. */
import type { CertificatesView } from '#features/seminars/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { certificatesText } from '../text.ts';

type OrdersProps = { readonly locale: Locale; readonly batches: CertificatesView['batches'] };

export function Orders({ locale, batches }: OrdersProps) {
  const { batches: text, kinds } = certificatesText(locale);
  if (batches.length === 0) return null;
  const wordsOf = ({ state, issued, total, printed }: OrdersProps['batches'][number]) => {
    if (state === 'waiting') return text.waiting;
    if (state === 'done') return total === 0 ? text.empty : text.done(issued);
    return issued < total ? text.running(issued, total) : text.printing(printed, total);
  };
  return (
    <section aria-labelledby="orders" className="measure">
      <h3 id="orders">{text.heading}</h3>
      <ul className="plain-list rows" aria-live="polite">
        {batches.map((batch) => (
          <li key={batch.id}>
            <div className="row">
              <span className="grow">
                <strong>{kinds[batch.kind]}</strong> {wordsOf(batch)}
              </span>
              <span className="small soft">{formatDateTime(new Date(batch.askedAt), locale)}</span>
              {batch.fileId ? (
                <a className="button" href={`/office/certificates/batches/${batch.id}/certificates.pdf`}>
                  {text.file}
                </a>
              ) : null}
            </div>
            {batch.state === 'running' ? (
              <progress
                aria-label={text.progress}
                value={batch.issued + batch.printed}
                max={Math.max(1, 2 * batch.total)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
