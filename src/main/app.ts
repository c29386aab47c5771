/** Puts the features together: the only place that knows all of them. */
import { type Cases, createCases } from '#features/cases/index.ts';
import { createNetwork, type Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';

export type App = {
  readonly ground: Ground;
  readonly network: Network;
  readonly cases: Cases;
};

export function createApp(ground: Ground): App {
  const network = createNetwork(ground);
  const cases = createCases(ground, network);
  return { ground, network, cases };
}
