/** Runs an act of a page: busy while it runs, its refusal in words, the page's facts read anew afterwards unless it is left. */
import { useCallback, useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { isRefusal } from '../browser/ask.ts';
import { networkText } from '../text.ts';

export type ActState = {
  readonly busy: boolean;
  /** The last refusal in words, or undefined. */
  readonly problem: string | undefined;
  readonly done: boolean;
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
};

export function useAct(locale: Locale, then: 'stay' | 'leave' = 'stay'): ActState {
  const [state, setState] = useState<{ busy: boolean; problem?: string; done: boolean }>({
    busy: false,
    done: false,
  });
  const { revalidate } = useRevalidator();
  const run = useCallback(
    async (act: () => Promise<unknown>) => {
      setState({ busy: true, done: false });
      try {
        await act();
        setState({ busy: false, done: true });
        if (then === 'stay') await revalidate();
        return true;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'confirm-first') leadTo('/office/confirm');
        if (code === 'not-signed-in') leadTo('/office/sign-in');
        const { problems } = networkText(locale);
        setState({ busy: false, done: false, problem: problems[code] });
        return false;
      }
    },
    [locale, revalidate, then],
  );
  return { ...state, problem: state.problem, run };
}

type ProblemCode = keyof ReturnType<typeof networkText>['problems'];

/** The dictionary's code for whatever an act threw; a passkey left unused is no fault. */
function codeOf(error: unknown): ProblemCode {
  const { problems } = networkText('th');
  if (isRefusal(error)) return error.code in problems ? (error.code as ProblemCode) : 'fault';
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'passkey-cancelled' : 'fault';
}

function leadTo(page: string): void {
  location.assign(`${page}?next=${encodeURIComponent(location.pathname + location.search)}`);
}
