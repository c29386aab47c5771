/** What the ledger promises to the rest of the program. Browser code imports the pure files by themselves. */
export { commitAct, type LedgerAct, type LedgerEntry, type SaltedEntry } from './commitment.ts';
export { ledgerRoutes } from './http.ts';
export { type Ledger, type LedgerParts, startLedger } from './ledger.ts';
export { isLedgerError, type LedgerError, type LedgerErrorCode } from './ledger-error.ts';
export {
  type ActReference,
  type ProofOfFiling,
  positionOf,
  proofOfConsistency,
  proofOfFiling,
} from './proof.ts';
export { eraseEntry, type RecordedAct, recordAct } from './record.ts';
