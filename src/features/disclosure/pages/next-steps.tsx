/** What the reader should do next with a centre's year: mend what broke, answer what was found, go on, begin. */
import { Link } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { isBroken } from '../answers/answer-rules.ts';
import type { CentreView } from '../index.ts';
import { disclosureText } from '../text.ts';

/** More would not be read. */
const most = 6;

type NextStepsProps = {
  readonly locale: Locale;
  readonly view: Pick<CentreView, 'lines' | 'mayWrite' | 'mayReview'> & {
    /** The reader: what she handed in or reviewed herself waits for another. */
    readonly me: string;
  };
  readonly path: string;
};

export function NextSteps({ locale, view, path }: NextStepsProps) {
  const text = disclosureText(locale);
  const steps = stepsOf(view, text).slice(0, most);
  if (steps.length === 0) return <p>{text.centre.nextNone}</p>;
  return (
    <ul className="plain-list rows">
      {steps.map(({ code, name, what }) => (
        <li key={code}>
          <Link to={`${path}/${code}`}>
            {code} {name(locale)}
          </Link>
          <div className="small soft">{what}</div>
        </li>
      ))}
    </ul>
  );
}

type Words = ReturnType<typeof disclosureText>;

/** In order of weight: a broken link costs the item, a finding has an answer due, the rest is work in hand. */
function stepsOf({ lines, mayWrite, mayReview, me }: NextStepsProps['view'], text: Words) {
  return lines
    .map(({ item, answer, links, lacking }) => {
      const name = (locale: Locale) => (locale === 'en' ? item.nameEn : item.nameTh);
      const step = (weight: number, what: string) => ({ code: item.code, name, weight, what });
      if (mayWrite && links.some(isBroken)) return step(0, text.lacking['broken-links']);
      if (mayReview && answer?.state === 'appealed' && answer.reviewedBy !== me)
        return step(1, text.centre.decide);
      if (mayReview && answer?.state === 'ready' && answer.readyBy !== me) return step(2, text.centre.review);
      if (!mayWrite) return undefined;
      if (answer?.state === 'reviewed' && answer.result === 'not-met')
        return step(1, text.results['not-met']);
      if (answer?.state === 'preparing')
        return step(
          3,
          lacking.length === 0
            ? text.item.steps.ready
            : `${text.centre.lacks}: ${lacking.map((one) => text.lacking[one]).join(' · ')}`,
        );
      return answer ? undefined : step(4, text.centre.begin);
    })
    .filter((step) => step !== undefined)
    .toSorted((one, other) => one.weight - other.weight);
}
