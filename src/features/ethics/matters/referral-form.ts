/** What the form of a referral stands on: the matter, topics of corruption, and the keys of its centre and of the one above. */
import { type CaseStanding, findStanding } from '#features/cases/index.ts';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { EthicsParts } from '../needs.ts';
import { roleIn } from '../standing.ts';
import { matterRoles } from './matter.policies.ts';

/** A centre that a referral is sealed for. */
export type ReferralTarget = {
  readonly unitCode: string;
  readonly epoch: number;
  readonly recipient: string;
  readonly nameTh: string;
  readonly nameEn: string;
};

export type ReferralForm = {
  readonly standing: CaseStanding;
  /** Code of the matter's centre. */
  readonly centre: string;
  readonly topics: readonly {
    readonly code: string;
    readonly nameTh: string;
    readonly nameEn: string;
    readonly hintTh: string;
    readonly hintEn: string;
  }[];
  /** Centres of the line that have keys. */
  readonly targets: readonly ReferralTarget[];
};

/** Undefined when there is no such matter for this officer. */
export async function referralForm(
  { ground, network, cases }: EthicsParts,
  signedIn: SignedIn,
  id: string,
): Promise<ReferralForm | undefined> {
  const now = ground.now();
  const standing = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    findStanding(trx, { id }),
  );
  if (!standing || standing.matter === 'corruption') return undefined;
  if (!roleIn(matterRoles, signedIn.appointments, standing.unitId)) return undefined;
  const centres = await network.listCentres(now);
  const own = centres.find((centre) => centre.id === standing.unitId)!;
  const above = centres.find(({ code }) => code === own.parentCode);
  const topics = await cases.listTopics(civilDate(now));
  return {
    standing,
    centre: own.code,
    topics: topics
      .filter(({ matter }) => matter === 'corruption')
      .map(({ code, nameTh, nameEn, hintTh, hintEn }) => ({ code, nameTh, nameEn, hintTh, hintEn })),
    targets: [own, above].flatMap((centre) => targetOf(centre, centres)),
  };
}

function targetOf(centre: Centre | undefined, centres: readonly Centre[]): ReferralTarget[] {
  const key = centre?.sealFor;
  if (!key) return [];
  const holder = centres.find(({ code }) => code === key.unitCode)!;
  return [
    {
      unitCode: key.unitCode,
      epoch: key.epoch,
      recipient: key.recipient,
      nameTh: holder.nameTh,
      nameEn: holder.nameEn,
    },
  ];
}
