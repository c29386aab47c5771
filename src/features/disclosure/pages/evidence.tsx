/** The addresses of an item's evidence: how each was found and when, a form to add one, and a look at all of them. */
import { Form, useNavigation } from 'react-router';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Link } from '../answers/answer.ts';
import type { ItemView } from '../index.ts';
import { formats } from '../item-sets/item-set.ts';
import { disclosureText } from '../text.ts';
import { LinkTag } from './disclosure-tags.tsx';

type EvidenceProps = {
  readonly locale: Locale;
  readonly view: Pick<ItemView, 'line' | 'mayWrite'> & { readonly linkId: string; readonly stepId: string };
  readonly isOpen: boolean;
  /** What was typed and refused. */
  readonly refused: { readonly url?: string } | undefined;
};

export function Evidence({ locale, view, isOpen, refused }: EvidenceProps) {
  const text = disclosureText(locale);
  const words = text.item;
  const { answer, links, item } = view.line;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className="card stack" aria-labelledby="evidence">
      <h2 id="evidence">{words.evidence}</h2>
      {links.length === 0 ? <p>{answer ? words.linksNone : words.evidenceFirst}</p> : null}
      <ul className="plain-list rows">
        {links.map((link) => (
          <li key={link.id}>
            <a href={link.url} rel="noreferrer" className="mono">
              {link.url}
            </a>{' '}
            <span className="small">{text.formats[link.format]}</span> <LinkTag link={link} locale={locale} />
            <div className="small soft">{historyOf(link, locale)}</div>
            {isOpen && answer ? (
              <Form method="post">
                <input type="hidden" name="act" value="unlink" />
                <input type="hidden" name="answerId" value={answer.id} />
                <input type="hidden" name="id" value={link.id} />
                <button type="submit" className="button" aria-label={words.removeOf(link.url)}>
                  {words.remove}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen && answer ? (
        <Form method="post" key={view.linkId}>
          <input type="hidden" name="act" value="link" />
          <input type="hidden" name="answerId" value={answer.id} />
          <input type="hidden" name="id" value={view.linkId} />
          <div className="field">
            <label htmlFor="url">{words.url}</label>
            <p className="hint" id="url-hint">
              {words.urlHint}
            </p>
            <input
              id="url"
              name="url"
              type="url"
              maxLength={1000}
              required
              defaultValue={refused?.url}
              aria-invalid={refused ? true : undefined}
              aria-describedby="url-hint"
            />
          </div>
          <div className="field">
            <label htmlFor="format">{words.format}</label>
            <select id="format" name="format" defaultValue={item.formats[0]}>
              {formats.map((format) => (
                <option key={format} value={format}>
                  {text.formats[format]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button main" disabled={isBusy}>
            {words.add}
          </button>
        </Form>
      ) : null}
      {view.mayWrite && links.length > 0 ? (
        <Form method="post">
          <input type="hidden" name="act" value="check" />
          <input type="hidden" name="id" value={view.stepId} />
          <button type="submit" className="button" disabled={isBusy}>
            {text.centre.check}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

/** Since when it is broken, when it was good last: link rot has a date. */
function historyOf(link: Link, locale: Locale): string {
  const words = disclosureText(locale).item;
  const at = (time: Date) => formatDateTime(new Date(time), locale);
  if (!link.checkedAt) return '';
  const good = link.goodAt ? words.goodAt(at(link.goodAt)) : words.neverGood;
  return [
    words.checkedAt(at(link.checkedAt)),
    ...(link.outcome === 'good' ? [] : [link.badSince ? words.badSince(at(link.badSince)) : '', good]),
    link.httpStatus && link.outcome !== 'good' ? words.status(link.httpStatus) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
