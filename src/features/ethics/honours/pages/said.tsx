/** What came of the last act: done, or why not, in the reader's language. */
import type { Locale } from '#platform/text/messages.ts';
import type { EthicsRefusal } from '../../outcome.ts';
import { problemsText } from '../../problem-text.ts';

type SaidProps = {
  readonly locale: Locale;
  readonly done?: string | undefined;
  readonly problem?: EthicsRefusal | undefined;
};

export function Said({ locale, done, problem }: SaidProps) {
  return (
    <>
      {done && !problem ? (
        <p className="note good" role="status">
          {done}
        </p>
      ) : null}
      {problem ? (
        <p className="note bad" role="alert">
          {problemsText(locale)[problem]}
        </p>
      ) : null}
    </>
  );
}
