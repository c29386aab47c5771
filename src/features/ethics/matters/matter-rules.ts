/** When a finding, a measure or a handover may be recorded: after the facts, and measures only for a breach. Pure. */
import type { EthicsRefusal } from '../outcome.ts';
import type { Finding } from './matter.ts';

/** `stage` of the case; `finding` recorded last. Undefined: it may be recorded. */
export function whyNot(
  what: 'finding' | 'measure' | 'handover',
  { stage, finding }: { readonly stage: string; readonly finding: Finding | undefined },
): Extract<EthicsRefusal, 'wrong-stage'> | undefined {
  if (what === 'finding') return stage === 'FINDING' ? undefined : 'wrong-stage';
  return stage === 'MEASURE' && finding === 'breach' ? undefined : 'wrong-stage';
}
