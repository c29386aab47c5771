/** Says how an act of the page went, to the eye and to a screen reader. */
import type { ActState } from './use-act.ts';

export function ActStatus({
  act,
  working,
  done,
}: {
  readonly act: ActState;
  readonly working?: string;
  readonly done?: string;
}) {
  if (act.problem)
    return (
      <p className="problem" role="alert">
        {act.problem}
      </p>
    );
  return (
    <p role="status" className="small soft act-status">
      {act.busy ? working : act.done ? done : ''}
    </p>
  );
}
