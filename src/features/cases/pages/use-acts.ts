/** Sends acts on a case: sealed here, done once however often it is sent, and refused in words that say what next. */
import { useCallback, useRef, useState } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import {
  centreIdentity,
  isOfficerKeyAsBefore,
  isRefusal,
  signing,
  tell,
  watchRecipient,
} from '#features/network/browser/index.ts';
import type { ActRequest } from '../act-input.ts';
import type { Desk } from '../browser/compose.ts';
import type { CaseView } from '../case-view.ts';
import type { CasesText } from '../text.ts';
import type { Opening } from './use-opened-case.ts';

/** An act without its identifier, which belongs to the sending. */
type Unsent<Act> = Act extends { id: string } ? Omit<Act, 'id'> : never;
export type UnsentAct = Unsent<ActRequest>;

export type Acts = {
  /** Name of the act that is on its way, or undefined. */
  readonly busy: string | undefined;
  /** The last refusal: which act, and its code. */
  readonly problem: { readonly name: string; readonly code: RefusalCode } | undefined;
  /** Name of the act done last. */
  readonly done: string | undefined;
  /**
   * Does an act. `content` is what was typed and chosen: the same content sent again is the same act, so that a
   * lost answer never doubles it, and other content is another one.
   */
  readonly run: (
    name: string,
    content: string,
    build: (desk: Desk) => Promise<UnsentAct>,
  ) => Promise<boolean>;
};

export type RefusalCode = keyof CasesText['refusals'];

export function useActs(view: CaseView, opening: Opening, text: CasesText): Acts {
  const [state, setState] = useState<Pick<Acts, 'busy' | 'problem' | 'done'>>({
    busy: undefined,
    problem: undefined,
    done: undefined,
  });
  const sent = useRef(new Map<string, string>());
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const run: Acts['run'] = useCallback(
    async (name, content, build) => {
      const label = `${name}:${content}`;
      const id = sent.current.get(label) ?? crypto.randomUUID();
      sent.current.set(label, id);
      setState({ busy: name, problem: undefined, done: undefined });
      try {
        const act = await build(await deskOf(view, opening));
        await tell(`/office/cases/${view.header.id}/acts`, { ...act, id });
        sent.current.delete(label);
        setState({ busy: undefined, problem: undefined, done: name });
        // A case handed up is no longer this centre's to see.
        if (act.act === 'hand-up') await navigate('/office/work');
        else await revalidate();
        return true;
      } catch (error) {
        const code = codeOf(error, text);
        setState({ busy: undefined, problem: { name, code }, done: undefined });
        if (isRefusal(error) && error.status === 409) await revalidate();
        return false;
      }
    },
    [view, opening, text, revalidate, navigate],
  );
  return { ...state, run };
}

async function deskOf({ header, matter }: CaseView, opening: Opening): Promise<Desk> {
  if (opening.state !== 'open' || !matter) throw Object.assign(new Error('locked'), { code: 'locked' });
  return {
    caseId: header.id,
    restriction: header.restriction,
    matter,
    keys: opening.opened.keys,
    reportProblem: opening.opened.dialogue[0] ? opening.opened.dialogue[0].problem : 'missing',
    centreIdentity,
    watch: { officer: isOfficerKeyAsBefore, centre: watchRecipient },
    signing: await signing(),
    now: () => new Date(),
  };
}

/** The dictionary's code for whatever stood in the way. */
function codeOf(error: unknown, text: CasesText): RefusalCode {
  const code = (error as { code?: unknown }).code;
  if (isRefusal(error) && error.status === 401) return 'signed-out';
  return typeof code === 'string' && code in text.refusals ? (code as RefusalCode) : 'fault';
}
