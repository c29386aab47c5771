/** Opens the titles of a page of the queue, one after the other while the browser is idle; never more than the page. */
import { useEffect, useState } from 'react';
import { centreIdentity, identity, onVaultChange, useVault } from '#features/network/browser/index.ts';
import { openCaseKey } from '../browser/case-keys.ts';
import type { WorkRow } from '../list-work.ts';

export type Title =
  | { readonly state: 'opening' | 'locked' | 'no-grant' | 'unreadable' }
  | { readonly state: 'open'; readonly title: string | undefined };

/** Titles opened before, so that going back and forth opens nothing twice; gone when the vault closes. */
const opened = new Map<string, string | undefined>();
let watched = false;

function watchVault(): void {
  if (watched) return;
  watched = true;
  onVaultChange((state) => {
    if (state !== 'open') opened.clear();
  });
}

const nameOf = (row: WorkRow) => `${row.id}/${row.grant?.version}`;

export function useTitles(rows: readonly WorkRow[]): (row: WorkRow) => Title {
  const vault = useVault();
  const [titles, setTitles] = useState<ReadonlyMap<string, Title>>(new Map());
  useEffect(() => {
    if (vault !== 'open') return;
    watchVault();
    let left = false;
    const work = async () => {
      for (const row of rows) {
        if (left) return;
        const title = await openTitle(row);
        if (left) return;
        setTitles((before) => new Map(before).set(nameOf(row), title));
      }
    };
    void work();
    return () => {
      left = true;
    };
  }, [rows, vault]);
  return (row) => {
    if (vault === 'locked' || vault === 'absent') return { state: 'locked' };
    return titles.get(nameOf(row)) ?? { state: 'opening' };
  };
}

async function openTitle(row: WorkRow): Promise<Title> {
  if (!row.grant) return { state: 'no-grant' };
  const name = nameOf(row);
  if (opened.has(name)) return { state: 'open', title: opened.get(name) };
  await idle();
  try {
    const { title } = await openCaseKey(row.id, 'dialogue', row.grant, { identity, centreIdentity });
    opened.set(name, title);
    return { state: 'open', title };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'locked') return { state: 'locked' };
    return { state: code === 'no-grant' || code === 'not-for-this-key' ? 'no-grant' : 'unreadable' };
  }
}

/** Lets the page draw and answer keys between two seals. Safari has no requestIdleCallback. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 0);
  });
