/** How the installation itself does: mail and background work, for whoever administers the whole network. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { type FailedJob, listFailedJobs } from '#platform/jobs/index.ts';
import { countMail, listMail, type MailLine, type MailState } from '#platform/mail/index.ts';
import { administeredRoot } from './settings.policies.ts';
import { type SettingsOutcome, startAgain } from './start-again.ts';

export type MailPage = {
  readonly sendsMail: boolean;
  readonly counts: Readonly<Record<MailState, number>>;
  readonly lines: readonly MailLine[];
};

export type Settings = {
  /** Whether the pages below are hers at all. */
  readonly may: (signedIn: SignedIn) => Promise<boolean>;
  /** Empty for everybody but an administrator of the network. */
  readonly mail: (signedIn: SignedIn, state: MailState) => Promise<MailPage>;
  readonly failedJobs: (signedIn: SignedIn) => Promise<readonly FailedJob[]>;
  readonly tryMailAgain: (signedIn: SignedIn, id: string) => Promise<SettingsOutcome>;
  readonly runJobAgain: (signedIn: SignedIn, id: string) => Promise<SettingsOutcome>;
};

export function createSettings(ground: Ground, network: Pick<Network, 'listCentres'>): Settings {
  const root = (signedIn: SignedIn) => administeredRoot(network, signedIn, ground.now());
  return {
    may: async (signedIn) => (await root(signedIn)) !== undefined,
    mail: (signedIn, state) =>
      actingAs(ground.databases.officer, signedIn.actor, async (trx) => ({
        sendsMail: ground.sendsMail,
        counts: await countMail(trx),
        lines: await listMail(trx, state),
      })),
    failedJobs: (signedIn) => actingAs(ground.databases.officer, signedIn.actor, listFailedJobs),
    tryMailAgain: async (signedIn, id) =>
      startAgain(ground, signedIn, await root(signedIn), { what: 'mail', id }),
    runJobAgain: async (signedIn, id) =>
      startAgain(ground, signedIn, await root(signedIn), { what: 'work', id }),
  };
}
