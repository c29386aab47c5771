/** Builds the search while the officer types: batch after batch, case after case, leaving the page free in between. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { askFor, centreIdentity, identity, useVault } from '#features/network/browser/index.ts';
import type { CaseSearch } from '../browser/search-index.ts';
import type { SearchBatch } from '../search-batch.ts';

export type Building = {
  readonly state: 'locked' | 'reading' | 'ready' | 'failed';
  readonly read: number;
  readonly skipped: number;
  readonly search: CaseSearch | undefined;
  readonly retry: () => void;
};

type Progress = Pick<Building, 'state' | 'read' | 'skipped'>;

export function useCaseSearch(): Building {
  const vault = useVault();
  const [progress, setProgress] = useState<Progress>({ state: 'reading', read: 0, skipped: 0 });
  const [search, setSearch] = useState<CaseSearch>();
  const [attempt, setAttempt] = useState(0);
  const reached = useRef<string | undefined>(undefined);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt goes on where the last one stopped
  useEffect(() => {
    if (vault === 'locked' || vault === 'absent') {
      setSearch(undefined);
      reached.current = undefined;
      return setProgress({ state: 'locked', read: 0, skipped: 0 });
    }
    if (vault !== 'open') return;
    const stopped = new AbortController();
    const build = async () => {
      const found = search ?? (await emptySearch());
      if (stopped.signal.aborted) return;
      setSearch(found);
      setProgress((before) => ({ ...before, state: 'reading' }));
      await readOn(found, reached, stopped.signal, (one) =>
        setProgress((before) => ({
          ...before,
          read: before.read + (one ? 1 : 0),
          skipped: before.skipped + (one ? 0 : 1),
        })),
      );
      if (!stopped.signal.aborted) setProgress((before) => ({ ...before, state: 'ready' }));
    };
    build().catch(() => stopped.signal.aborted || setProgress((before) => ({ ...before, state: 'failed' })));
    return () => stopped.abort();
  }, [vault, attempt]);
  return { ...progress, search, retry };
}

/** The dictionary and the index come when they are asked for, not with the page. */
async function emptySearch(): Promise<CaseSearch> {
  const [{ loadDictionary }, { createCaseSearch }] = await Promise.all([
    import('#platform/text/dictionary.ts'),
    import('../browser/search-index.ts'),
  ]);
  return createCaseSearch(await loadDictionary(), { identity, centreIdentity });
}

async function readOn(
  search: CaseSearch,
  reached: { current: string | undefined },
  signal: AbortSignal,
  tell: (added: boolean) => void,
): Promise<void> {
  for (;;) {
    const after = reached.current;
    if (after === 'end') return;
    const query = after ? `?after=${encodeURIComponent(after)}` : '';
    const batch = await askFor<SearchBatch>(`/office/search/batch${query}`);
    for (const found of batch.cases) {
      if (signal.aborted) return;
      tell(await search.add(found));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    reached.current = batch.next ?? 'end';
  }
}
