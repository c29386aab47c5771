/** Opens a case in the officer's browser as soon as her vault is open: keys first, then every message, checked. */
import { useEffect, useState } from 'react';
import { centreIdentity, identity, useVault } from '#features/network/browser/index.ts';
import { type CaseKeys, openCaseKeys } from '../browser/case-keys.ts';
import { type ReadMessage, readChannel } from '../browser/read-messages.ts';
import type { CaseView } from '../case-view.ts';

export type OpenedCase = {
  readonly keys: CaseKeys;
  readonly dialogue: readonly ReadMessage[];
  readonly notes: readonly ReadMessage[];
};

export type Opening =
  | { readonly state: 'locked' | 'opening' | 'outside' }
  | { readonly state: 'failed'; readonly code: string }
  | { readonly state: 'open'; readonly opened: OpenedCase };

/** After an act the page's facts are read anew; what was open stays on the screen until the new is. */
export function useOpenedCase(view: CaseView): Opening {
  const vault = useVault();
  const [opening, setOpening] = useState<Opening>({ state: view.matter ? 'opening' : 'outside' });
  useEffect(() => {
    if (!view.matter) return setOpening({ state: 'outside' });
    if (vault !== 'open') return setOpening({ state: vault === 'unknown' ? 'opening' : 'locked' });
    let left = false;
    setOpening((before) => (before.state === 'open' ? before : { state: 'opening' }));
    open(view)
      .then((opened) => left || setOpening({ state: 'open', opened }))
      .catch(
        (error: { code?: string }) => left || setOpening({ state: 'failed', code: error.code ?? 'other' }),
      );
    return () => {
      left = true;
    };
  }, [view, vault]);
  return opening;
}

async function open({ header: { id }, matter, people }: CaseView): Promise<OpenedCase> {
  const keys = await openCaseKeys(id, matter!.grants, { identity, centreIdentity });
  return {
    keys,
    dialogue: await readChannel(id, 'dialogue', matter!, people, keys),
    notes: await readChannel(id, 'internal', matter!, people, keys),
  };
}
