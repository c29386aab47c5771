/** Words of the demonstration's desk, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: 'Demonstration desk',
  lead: 'Everything is invented and gone when the program stops. Sign in with an address, the password and the present one-time code; then open your keys with the passphrase.',
  password: 'Password of every account',
  account: 'Account',
  centre: 'Centre',
  roles: 'Roles',
  code: 'One-time code now',
  passphrase: 'Passphrase of the keys',
  receipts: 'Receipts to follow up with',
};
