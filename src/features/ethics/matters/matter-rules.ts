/** When a finding, a measure or a handover may be recorded: after the facts, and measures only for a breach. Pure. */
import type { EthicsRefusal } from '../outcome.ts';
import type { Finding } from './matter.ts';

/** `stage` of the case; `finding` recorded last. Undefined: it may be recorded. */
export function whyNot(
  what: 'finding' | 'measure' | 'no-measure' | 'handover',
  { stage, finding }: { readonly stage: string; readonly finding: Finding | undefined },
): Extract<EthicsRefusal, 'wrong-stage'> | undefined {
  // A finding forgotten before the step to measures is caught up on there, for there is no way back from it.
  if (what === 'finding')
    return stage === 'FINDING' || (stage === 'MEASURE' && finding === undefined) ? undefined : 'wrong-stage';
  if (what === 'no-measure') return stage === 'MEASURE' ? undefined : 'wrong-stage';
  return stage === 'MEASURE' && finding === 'breach' ? undefined : 'wrong-stage';
}
