/** The network's use cases, bound to their ground, for its own pages and routes. Other features use `index.ts`. */
import type { Ground } from '#platform/ground.ts';
import { giveGrants, publishEpoch, readCentreKeys } from './centre-keys.ts';
import { addCentre, changeCentre } from './change-centres.ts';
import {
  invite,
  makeFirstInvitation,
  renewSignIn,
  resendInvitation,
  revokeInvitation,
} from './invitations.ts';
import {
  beginPasskeyJoin,
  beginPasswordJoin,
  findInvitation,
  joinWithPasskey,
  joinWithPassword,
} from './join.ts';
import type { SignedIn } from './network.ts';
import { addWrap, enrolKeys, readVaultFacts, retireKeys } from './officer-keys.ts';
import {
  addOwnPasskey,
  beginOwnPasskey,
  endOwnSession,
  readOwnAccount,
  removeOwnPasskey,
  setLanguage,
} from './own-account.ts';
import { appoint, endAppointment, endSessionsOf, setAccountOpen } from './people.ts';
import { listPeopleCentres, readPeople } from './read-people.ts';
import { isFresh } from './session.ts';
import { beginPasskeySignIn, confirmPresence, signInWithPasskey, signInWithPassword } from './sign-in.ts';

const useCases = {
  addCentre,
  addOwnPasskey,
  addWrap,
  appoint,
  beginOwnPasskey,
  beginPasskeyJoin,
  beginPasskeySignIn,
  beginPasswordJoin,
  changeCentre,
  confirmPresence,
  endAppointment,
  endOwnSession,
  endSessionsOf,
  enrolKeys,
  findInvitation,
  giveGrants,
  invite,
  joinWithPasskey,
  joinWithPassword,
  listPeopleCentres,
  makeFirstInvitation,
  publishEpoch,
  readCentreKeys,
  readOwnAccount,
  readPeople,
  readVaultFacts,
  removeOwnPasskey,
  renewSignIn,
  resendInvitation,
  retireKeys,
  revokeInvitation,
  setAccountOpen,
  setLanguage,
  signInWithPasskey,
  signInWithPassword,
  isFresh: (ground: Ground, signedIn: SignedIn) => isFresh(signedIn, ground.now()),
};

type Bound<F> = F extends (ground: Ground, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;
export type Office = { readonly [Name in keyof typeof useCases]: Bound<(typeof useCases)[Name]> };

export function createOffice(ground: Ground): Office {
  const bound = Object.entries(useCases).map(([name, useCase]) => [
    name,
    (useCase as (...all: unknown[]) => unknown).bind(undefined, ground),
  ]);
  return Object.fromEntries(bound) as Office;
}
