/** What plans ask of the rest of the program, and the look-ups that every use case begins with. */
import type { Centre, Network, Role, SignedIn } from '#features/network/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { planRole } from './plan.policies.ts';
import { selectMeasures, selectPlans } from './plan.queries.ts';
import type { Measure, Plan, PlanCentre } from './plan.ts';

export type PlanNeeds = { readonly ground: Ground; readonly network: Pick<Network, 'listCentres'> };
/** Where words become public. */
export type WordsNeeds = PlanNeeds & {
  /** Words of a text that name a person. */
  readonly personsIn: (text: string) => readonly string[];
};

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The centre's number and those of the centres above, the top last. */
export function lineOf(centres: readonly Centre[], unitId: number): readonly number[] {
  const line: number[] = [];
  for (
    let centre = centres.find(({ id }) => id === unitId);
    centre;
    centre = centres.find(({ code }) => code === centre!.parentCode)
  )
    line.push(centre.id);
  return line;
}

export const centreFor = (centre: Centre, locale: Locale): PlanCentre => ({
  unitId: centre.id,
  code: centre.code,
  name: locale === 'en' ? centre.nameEn : centre.nameTh,
  kind: centre.kind,
});

/** The role by which the person may do it with a plan of the centre. */
export const roleIn = (
  act: Parameters<typeof planRole>[0],
  signedIn: SignedIn,
  centres: readonly Centre[],
  unitId: number,
): Role | undefined => planRole(act, signedIn.appointments, lineOf(centres, unitId));

/** A plan with its measures; undefined when there is none for this reader. */
export async function readPlan(
  trx: InTransaction,
  id: string,
): Promise<{ readonly plan: Plan; readonly measures: readonly Measure[] } | undefined> {
  if (!isUuid(id)) return undefined;
  const [plan] = await selectPlans(trx, { id });
  return plan && { plan, measures: await selectMeasures(trx, [plan.id]) };
}
