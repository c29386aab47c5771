/**
 * Sealing: who can read what, and how that is proved. Runs in browsers and in Node alike.
 * Pages that need one thing import its file, so that their bundle carries no more than that.
 */
export { canonicalJson, type JsonValue } from './canonical-json.ts';
export {
  type FileMeta,
  MAX_FILE_BYTES,
  type OpenedFile,
  openFile,
  type SealedFile,
  sealFile,
} from './file.ts';
export {
  type CaseGrant,
  type CentreGrant,
  MAX_TITLE_LENGTH,
  type Opened,
  openCentreGrant,
  openGrant,
  sealCentreGrant,
  sealGrant,
} from './grant.ts';
export {
  asIdentity,
  asRecipient,
  fingerprint,
  generateIdentity,
  type Identity,
  identityFromSeed,
  type Recipient,
  recipientOf,
} from './identity.ts';
export {
  type Attachment,
  type Author,
  type Channel,
  composeMessage,
  type ExpectedMessage,
  type MessageDraft,
  type MessageStatement,
  type OpenedMessage,
  openMessage,
  recipientSetHash,
  type SealedMessage,
} from './message.ts';
export { type StrippedImage, withoutMetadata } from './metadata.ts';
export {
  newOfficerSecret,
  type OfficerSecret,
  unwrapWithPassphrase,
  unwrapWithPrf,
  unwrapWithRecoveryCode,
  type WrapMethod,
  type WrappedOfficerKey,
  wrapWithPassphrase,
  wrapWithPrf,
  wrapWithRecoveryCode,
} from './officer-key.ts';
export { bucketOf, MAX_MESSAGE_BYTES, type PaddingScheme, pad, unpad } from './padding.ts';
export { type ParsedReceipt, parseReceipt, type ReceiptProblem } from './parse-receipt.ts';
export { newReceipt, type Receipt, toDigits, toWords } from './receipt.ts';
export {
  lookupOf,
  type ReporterKeys,
  reporterKeys,
  type StretchedReceipt,
  stretchReceipt,
} from './receipt-keys.ts';
export { recipientCount, seal, unseal } from './seal.ts';
export { isSealingError, type SealingError, type SealingErrorCode } from './sealing-error.ts';
export {
  asSigningPublicKey,
  generateSigningKey,
  generateSigningSeed,
  rawPublicKey,
  type SigningKey,
  type SigningPublicKey,
  sign,
  signingKeyFromSeed,
  verify,
} from './signature.ts';
export { loadWordList, type ReceiptLanguage, type WordList } from './word-list.ts';
