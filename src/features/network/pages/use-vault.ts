/** The vault's state for a component; asks once whether it can be opened without the officer's help. */
import { useEffect, useSyncExternalStore } from 'react';
import { onVaultChange, openVault, type VaultState, vaultState } from '../browser/vault.ts';

const onServer = (): VaultState => 'unknown';

export function useVault(): VaultState {
  const state = useSyncExternalStore(onVaultChange, vaultState, onServer);
  useEffect(() => {
    // Signed out in the meantime: the next page says so.
    openVault().catch(() => undefined);
  }, []);
  return state;
}
