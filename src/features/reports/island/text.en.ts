/** Words that change as one uses the report and follow-up pages. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  step: (at, of) => `Question ${at} of ${of}`,
  send: 'Send the report',
  picked: (name) => `${name} chosen`,
  search: 'Find an agency or province',
  results: (count) => (count === 0 ? 'None found. Try another word, or “I do not know”.' : `${count} found`),
  fileSize: (kilobytes) =>
    kilobytes >= 1024 ? `${(kilobytes / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(kilobytes))} KB`,
  empty: 'not answered',
  nothing: 'none',
  fingerprint: (print) => `Fingerprint of the centre’s key: ${print}`,
  keyProven: 'This key is published in the public ledger: checked.',
  keyUnproven:
    'The ledger has no proof yet that this key is the centre’s. If it is not urgent, wait and try again, or compare the fingerprint with the centre by telephone.',
  keyWrong:
    'The centre’s key does not agree with the ledger, so nothing was sent. Somebody may have exchanged it. Please tell the PACC, telephone 1206.',
  sealing: 'Sealing on your device',
  sealingFile: (at, of) => `Sealing file ${at} of ${of}`,
  uploading: (at, of) => `Sending file ${at} of ${of}`,
  sending: 'Sending',
  retrying: 'The connection is broken. Trying again: you need not press anything.',
  offline:
    'The connection broke, so it was not sent. Everything you typed is still here. Please send again; it counts once.',
  sentBefore:
    'This report had arrived before. What you changed afterwards was not sent; please add it on the follow-up page.',
  noCleaning: (name) => `Hidden data in “${name}” could not be removed`,
  working: 'One moment: a little work that keeps out floods of messages',
  downloadFailed: 'The file could not be opened. Please try again.',
};
