/** How an act went, beside its button: on its way, done, or refused with what to do next. */
import type { CasesText } from '../text.ts';
import type { Acts } from './use-acts.ts';

type Props = {
  readonly acts: Acts;
  readonly name: string;
  readonly text: CasesText;
  readonly done?: string;
};

export function ActOutcome({ acts, name, text, done }: Props) {
  const problem = acts.problem?.name === name ? acts.problem.code : undefined;
  return (
    <div aria-live="polite" className="act-outcome">
      {problem ? <p className="problem">{text.refusals[problem]}</p> : null}
      {problem === 'signed-out' ? (
        <a className="button" href={`/office/sign-in?next=${encodeURIComponent(here())}`}>
          {text.signInAgain}
        </a>
      ) : null}
      {acts.busy === name ? <p className="soft small">{text.case.sending}</p> : null}
      {acts.done === name ? <p className="good small">{done ?? text.case.saved}</p> : null}
    </div>
  );
}

const here = () => (typeof location === 'undefined' ? '/office/work' : location.pathname + location.search);
