/** What may be done with a saved announcement: publish now or at a time, archive, withdraw. */
import { Form, useNavigation } from 'react-router';
import type { EditedItem } from '#features/news/index.ts';
import { DateField } from '#interface/fields/date-field.tsx';
import { TimeField } from '#interface/fields/time-field.tsx';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import type { Locale } from '#platform/text/messages.ts';
import { type Step, steps } from '../news-rules.ts';
import { newsText } from '../text.ts';

export function NewsSteps({ locale, item }: { readonly locale: Locale; readonly item: EditedItem }) {
  const text = newsText(locale).office;
  const isBusy = useNavigation().state !== 'idle';
  const possible = steps[item.state] as readonly Step[];
  if (possible.length === 0) return null;
  return (
    <section className="card news-steps" aria-labelledby="steps">
      <h2 id="steps">{text.next}</h2>
      <p>
        <span className="tag">{text.states[item.state]}</span>{' '}
        {item.state === 'scheduled' && item.publishAt
          ? text.willPublish(formatDateTime(new Date(item.publishAt), locale))
          : null}
        {item.state === 'published' || item.state === 'archived' ? (
          <a href={`/news/${item.slug}`}>{text.seePublished}</a>
        ) : null}
      </p>
      {possible.map((step) => (
        <Form method="post" encType="multipart/form-data" key={step} className="news-step">
          <input type="hidden" name="intent" value="step" />
          <input type="hidden" name="id" value={item.id} />
          <input type="hidden" name="step" value={step} />
          {step === 'publish' ? (
            <>
              <DateField name="publishOn" label={text.publishOn} hint={text.publishOnHint} locale={locale} />
              <TimeField name="publishTime" label={text.publishTime} defaultValue="08:30" locale={locale} />
            </>
          ) : null}
          {step === 'withdraw' && item.state !== 'draft' ? (
            <div className="field">
              <label htmlFor="reason">{text.reason}</label>
              <input id="reason" name="reason" maxLength={500} required />
            </div>
          ) : null}
          <button
            type="submit"
            className={step === 'publish' ? 'button act' : step === 'withdraw' ? 'button danger' : 'button'}
            disabled={isBusy}
          >
            {step === 'withdraw' && item.state === 'draft' ? text.discard : text.steps[step]}
          </button>
        </Form>
      ))}
    </section>
  );
}
