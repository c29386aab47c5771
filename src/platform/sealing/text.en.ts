/** English messages of sealing and receipts. Each says what happened and what to do next. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

const mayBe = (suggestions: readonly string[]) =>
  suggestions.length === 0
    ? 'Look at the word on your receipt again.'
    : `Did you mean ${suggestions.join(' or ')}?`;

export const en: MessagesOf<typeof th> = {
  receipt: {
    empty: 'Type the 24 digits or the 7 words of your receipt.',
    mixed: 'Type digits only, Thai words only or English words only, not a mixture.',
    digits: (found, expected) =>
      `A receipt has ${expected} digits, and there are ${found}. Compare them with your receipt group by group.`,
    words: (found, expected) =>
      `A receipt has ${expected} words, and ${found} could be read. Compare them with your receipt one by one.`,
    'check-digit':
      'At least one digit is wrong, or two have changed places. Compare them with your receipt group by group.',
    'unknown-word': (word, position, suggestions) =>
      `Word ${position}, “${word}”, is not in the list. ${mayBe(suggestions)}`,
    'not-a-receipt':
      'All words are in the list, but together they make no receipt: one is another word, or the order has changed. Compare them with your receipt.',
  },
  errors: {
    'no-recipient': 'There is nobody yet who could read this, so it was not sent. Try again later.',
    'not-hybrid-recipient':
      'The recipient’s key is not of the kind we accept, so nothing was sent. Tell the administrator.',
    'not-hybrid-identity': 'This key is not of the kind we use. Use the key that this system made for you.',
    'bad-seed': 'The material for the key is incomplete. Load this page again and retry.',
    'too-large': 'The text or file is larger than allowed. Shorten it or send it in parts.',
    'empty-file': 'This file is empty. Choose another.',
    'bad-padding': 'What was sealed has a wrong form and was not opened. Tell the administrator.',
    damaged:
      'What was sealed is damaged or incomplete. Load it again; if that does not help, tell the administrator.',
    'not-for-this-key': 'Your key does not open this. Ask a colleague of your centre to grant you access.',
    'foreign-recipient':
      'This was sealed for another kind of key as well and was not opened. Tell the administrator.',
    malformed: 'This has a wrong form and was not opened. Tell the administrator.',
    'bad-signature':
      'The signature of this message is not valid; it may have been changed. Do not use it, and tell the administrator.',
    'wrong-case': 'This message belongs to another case. Do not use it, and tell the administrator.',
    'wrong-sequence': 'This message is out of order; one may be missing or doubled. Tell the administrator.',
    'broken-chain':
      'The message before this one is not the one its author saw; one may have been removed or replaced. Tell the administrator.',
    'wrong-recipients':
      'Those who can open this message are not those its author signed for. Do not use it, and tell the administrator.',
    'unknown-author': 'The signer has no part in this case. Do not use it, and tell the administrator.',
    'wrong-grant':
      'This grant does not fit the case or the key on record. Do not use it, and tell the administrator.',
    'wrong-secret': 'The passphrase, passkey or recovery code is not right. Try again.',
    'malformed-image':
      'This picture is not whole, so its hidden data could not be removed. Take or save it anew before sending.',
  },
};
