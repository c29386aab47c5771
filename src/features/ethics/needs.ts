/** What the use cases of ethics stand on. */
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';

export type Parts = { readonly ground: Ground; readonly network: Network };
