/** How the outside world is reached. Production has `reachBeside`; only composition or a test can hand over another. */
import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import { isPublicAddress, webPorts } from './address-rules.ts';

export type Reach = {
  /** Every address that a name has. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Whether a connection to the address may be opened. */
  readonly mayReach: (address: string, port: number) => boolean;
  /** Addresses of this very installation, however public: what listens beside it trusts who comes from there. */
  readonly own: () => Promise<readonly string[]>;
  /** For one look, redirects included. */
  readonly timeoutMs: number;
  /** Read of an answer at most. */
  readonly maxBytes: number;
};

export const publicReach: Reach = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  mayReach: (address, port) => isPublicAddress(address) && webPorts.includes(port),
  own: async () => [],
  timeoutMs: 15_000,
  maxBytes: 64 * 1024,
};

/** Anybody's internet without this machine: neither its network cards nor what its public name leads to. */
export function reachBeside(
  publicUrl: URL | string,
  cards: () => ReturnType<typeof networkInterfaces> = networkInterfaces,
  resolve: Reach['resolve'] = publicReach.resolve,
): Reach {
  const name = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '');
  return {
    ...publicReach,
    resolve,
    own: async () => [
      ...Object.values(cards()).flatMap((card) => (card ?? []).map(({ address }) => address)),
      // A name that nothing knows leads nowhere.
      ...(await resolve(name).catch(() => [])),
    ],
  };
}
