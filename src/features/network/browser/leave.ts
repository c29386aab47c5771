/** Leaving: signing out, and making sure that the next person at this browser finds nothing of the last. */
import { tell } from './ask.ts';
import { forgetEverything } from './sealed-store.ts';
import { leaveVault } from './vault.ts';

const mark = 'prongsai-person';

/** Ends the session, destroys opened keys and drafts in every tab, and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await leaveVault();
  await tell('/office/api/sign-out').catch(() => undefined);
  location.assign('/office/sign-in');
}

/** Called when a page knows who is signed in: drafts and keys of somebody else in this tab are destroyed. */
export async function changePerson(personId: string): Promise<void> {
  const before = sessionStorage.getItem(mark);
  if (before !== null && before !== personId) await forgetEverything();
  sessionStorage.setItem(mark, personId);
}
