/** What other features' pages use of the network's: who is signed in, the vault, drafts, requests to the server. */
export { requireOfficer } from '../pages/require-officer.ts';
export { useVault } from '../pages/use-vault.ts';
export { askFor, isRefusal, type Refusal, tell } from './ask.ts';
export { dropDraft, keepDraft, recallDraft } from './keep-draft.ts';
export {
  centreIdentity,
  identity,
  onVaultChange,
  signing,
  type VaultError,
  type VaultState,
} from './vault.ts';
