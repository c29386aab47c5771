/** For tests only: centres with keys as casework has them, and ethics upon them with a law library of one act. */
import { type Office, openOffice } from '#features/cases/testing/office.ts';
import { createEthics, type Ethics } from '../index.ts';

export type EthicsOffice = Office & { readonly ethics: Ethics };

export async function openEthicsOffice(): Promise<EthicsOffice> {
  const office = await openOffice();
  const law = { code: 'trial-act-2550', title: 'พระราชบัญญัติทดลองระบบ พ.ศ. ๒๕๕๐' };
  const ethics = createEthics({
    ground: office.ground,
    network: office.network,
    cases: office.cases,
    findCase: office.cases.find,
    personsIn: (text) => (text.includes('นายสมชาย ใจดี') ? ['นายสมชาย ใจดี'] : []),
    laws: {
      list: async () => [law],
      find: async (code, number) =>
        code === law.code && ['1', '2', '3'].includes(number) ? { ...law, number } : undefined,
    },
  });
  return { ...office, ethics };
}
