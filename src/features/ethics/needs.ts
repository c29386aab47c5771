/** What the use cases of ethics stand on. */
import type { Cases } from '#features/cases/index.ts';
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { FindCase } from './conflicts/declare-conflict.ts';

export type Parts = { readonly ground: Ground; readonly network: Network };

/** A section of the law library, as a page names and links it. */
export type LawSection = { readonly code: string; readonly title: string; readonly number: string };

/** What other features tell, handed over by `main`. */
export type EthicsParts = Parts & {
  readonly cases: Pick<Cases, 'clocksOnReferral' | 'listTopics'>;
  readonly findCase: FindCase;
  /** Words that certainly tell who somebody is. */
  readonly personsIn: (text: string) => readonly string[];
  readonly laws: {
    readonly list: () => Promise<readonly Pick<LawSection, 'code' | 'title'>[]>;
    /** Undefined when the library does not hold it; `number` as typed. */
    readonly find: (code: string, number: string) => Promise<LawSection | undefined>;
  };
};
