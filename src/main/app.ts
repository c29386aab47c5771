/** Puts the features together: the only place that knows all of them. */
import { createNetwork, type Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';

export type App = {
  readonly ground: Ground;
  readonly network: Network;
};

export function createApp(ground: Ground): App {
  const network = createNetwork(ground);
  return { ground, network };
}
