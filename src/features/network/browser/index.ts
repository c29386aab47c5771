/** What other features' pages use of the network's: who is signed in, the vault, drafts, requests to the server. */
export { requireOfficer } from '../pages/require-officer.ts';
export { useVault } from '../pages/use-vault.ts';
export { askFor, isRefusal, tell } from './ask.ts';
export { dropDraft, keepDraft, recallDraft } from './keep-draft.ts';
export { isOfficerKeyAsBefore, watchRecipient } from './key-watch.ts';
export {
  centreIdentity,
  identity,
  onVaultChange,
  signing,
} from './vault.ts';
