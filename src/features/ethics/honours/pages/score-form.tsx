/** A member's own marks of a nominee, criterion by criterion. */
import { Form, useNavigation } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import type { Category } from '../honour.ts';
import { honoursText } from '../text.ts';

type ScoreProps = {
  readonly locale: Locale;
  readonly category: Pick<Category, 'criteria'>;
  readonly scores: readonly number[];
};

export function ScoreForm({ locale, category, scores }: ScoreProps) {
  const words = honoursText(locale).one;
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className="card honour-form" aria-labelledby="score">
      <h2 id="score">{words.score}</h2>
      {category.criteria.map((criterion, at) => (
        <div className="field" key={criterion.code}>
          <label htmlFor={`score${at + 1}`}>
            {words.weight(locale === 'en' ? criterion.en : criterion.th, String(criterion.weight))}
          </label>
          <input type="hidden" name="position" value={at + 1} />
          <input
            id={`score${at + 1}`}
            name={`score${at + 1}`}
            className="honour-score"
            type="number"
            min={0}
            max={100}
            step={1}
            required
            defaultValue={scores[at]}
          />
        </div>
      ))}
      <button type="submit" name="intent" value="score" className="button act" disabled={isBusy}>
        {words.saveScore}
      </button>
      <p className="hint">{words.scoreHint}</p>
    </Form>
  );
}
