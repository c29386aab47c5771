/** Why, criterion by criterion, and the words for the roll. */
import type { Locale } from '#platform/text/messages.ts';
import type { Category, Reason } from '../honour.ts';
import { honoursText } from '../text.ts';

type ReasonsProps = {
  readonly locale: Locale;
  readonly category: Pick<Category, 'criteria'>;
  readonly reasons: readonly Reason[];
  readonly citation: string;
};

export function ReasonsForm({ locale, category, reasons, citation }: ReasonsProps) {
  const words = honoursText(locale).form;
  return (
    <>
      {category.criteria.map((criterion, at) => {
        const given = reasons.find(({ position }) => position === at + 1);
        const field = (name: string) => `${name}${at + 1}`;
        return (
          <fieldset className="card" key={criterion.code}>
            <legend>{locale === 'en' ? criterion.en : criterion.th}</legend>
            <input type="hidden" name="position" value={at + 1} />
            <div className="field">
              <label htmlFor={field('reason')}>{words.reason}</label>
              <textarea
                id={field('reason')}
                name={field('reason')}
                rows={4}
                required
                maxLength={4000}
                defaultValue={given?.reason}
              />
            </div>
            <div className="field">
              <label htmlFor={field('evidence')}>{words.evidence}</label>
              <textarea
                id={field('evidence')}
                name={field('evidence')}
                rows={2}
                maxLength={2000}
                defaultValue={given?.evidence}
              />
            </div>
            <div className="field">
              <label htmlFor={field('link')}>{words.link}</label>
              <input
                id={field('link')}
                name={field('link')}
                type="url"
                maxLength={500}
                defaultValue={given?.link}
              />
            </div>
          </fieldset>
        );
      })}
      <div className="field">
        <label htmlFor="citation">{words.citation}</label>
        <p className="hint" id="citation-hint">
          {words.citationHint}
        </p>
        <textarea
          id="citation"
          name="citation"
          aria-describedby="citation-hint"
          rows={3}
          required
          maxLength={400}
          defaultValue={citation}
        />
      </div>
    </>
  );
}
