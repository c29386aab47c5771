/** What is looked for in the bank, as it stands in the address of the page and of its downloads. */
import { questionKinds } from './question.ts';

export type BankQuery = {
  readonly search: string;
  readonly competency: string;
  readonly kind: string;
  readonly retired: boolean;
};

/** From an address; what is not understood filters nothing. */
export const readBankQuery = (query: URLSearchParams): BankQuery => ({
  search: (query.get('q') ?? '').slice(0, 200),
  competency: query.get('competency') ?? '',
  kind: questionKinds.find((kind) => kind === query.get('kind')) ?? '',
  retired: query.get('retired') === '1',
});
