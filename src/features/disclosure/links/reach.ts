/** How the outside world is reached. Production has `publicReach`; only composition or a test can hand over another. */
import { lookup } from 'node:dns/promises';
import { isPublicAddress, webPorts } from './address-rules.ts';

export type Reach = {
  /** Every address that a name has. */
  readonly resolve: (name: string) => Promise<readonly string[]>;
  /** Whether a connection to the address may be opened. */
  readonly mayReach: (address: string, port: number) => boolean;
  /** For one look, redirects included. */
  readonly timeoutMs: number;
  /** Read of an answer at most. */
  readonly maxBytes: number;
};

export const publicReach: Reach = {
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
  mayReach: (address, port) => isPublicAddress(address) && webPorts.includes(port),
  timeoutMs: 15_000,
  maxBytes: 64 * 1024,
};
