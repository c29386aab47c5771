/** Title, summary and text in one language, and beside them how a reader will see them. */
import { useState } from 'react';
import type { EditedItem } from '#features/news/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { newsText } from '../text.ts';
import { MarkedText } from './marked-text.tsx';

type WordingFieldsProps = {
  readonly locale: Locale;
  readonly language: Locale;
  readonly item: EditedItem | undefined;
};

export function WordingFields({ locale, language, item }: WordingFieldsProps) {
  const text = newsText(locale).office;
  const end = language === 'th' ? 'Th' : 'En';
  const [title, setTitle] = useState(item?.[`title${end}`] ?? '');
  const [summary, setSummary] = useState(item?.[`summary${end}`] ?? '');
  const [body, setBody] = useState(item?.[`body${end}`] ?? '');
  const isMissing = title.trim() === '' || body.trim() === '';
  return (
    <fieldset className="card wording">
      <legend>{language === 'th' ? text.thai : text.english}</legend>
      <div lang={language}>
        {language === 'en' ? (
          <p className="hint" lang={locale}>
            {text.englishHint}
          </p>
        ) : null}
        <div className="field">
          <label htmlFor={`title${end}`} lang={locale}>
            {text.fields.title}
          </label>
          <input
            id={`title${end}`}
            name={`title${end}`}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            maxLength={200}
            required={language === 'th'}
          />
        </div>
        <div className="field">
          <label htmlFor={`summary${end}`} lang={locale}>
            {text.fields.summary}
          </label>
          <textarea
            id={`summary${end}`}
            name={`summary${end}`}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            maxLength={400}
            rows={3}
            className="short"
          />
        </div>
        <div className="field">
          <label htmlFor={`body${end}`} lang={locale}>
            {text.fields.body}
          </label>
          <p className="hint" lang={locale} id={`body${end}-hint`}>
            {text.fields.bodyHint}
          </p>
          <textarea
            id={`body${end}`}
            name={`body${end}`}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            maxLength={20_000}
            rows={12}
            aria-describedby={`body${end}-hint`}
          />
        </div>
      </div>
      <section className="preview" aria-label={text.preview}>
        <p className="small soft">{text.preview}</p>
        {language === 'en' && isMissing ? (
          <p className="note warn">{text.previewMissing}</p>
        ) : (
          <div lang={language}>
            <h2>{title}</h2>
            {summary ? (
              <p>
                <strong>{summary}</strong>
              </p>
            ) : null}
            <MarkedText text={body} level={3} />
          </div>
        )}
      </section>
    </fieldset>
  );
}
