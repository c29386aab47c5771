/** What disclosure asks of the rest of the program, and the look-ups that every use case begins with. */
import type { Centre, CentreKind, Network, Role, SignedIn } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { disclosureRole } from './disclosure.policies.ts';
import type { Reach } from './links/reach.ts';
import type { Figures } from './publishing/figures.ts';

export type DisclosureNeeds = {
  readonly ground: Ground;
  readonly network: Pick<Network, 'listCentres' | 'findPeople'>;
  /** Where papers take their figures from. */
  readonly figures: Figures;
  /** How the outside world is reached; a test brings its own. */
  readonly reach: Reach;
};

/** The network's centres are assessed as state agencies. */
export const agencyType = 'state-agency';

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

export const roleIn = (
  act: Parameters<typeof disclosureRole>[0],
  signedIn: SignedIn,
  centres: readonly Centre[],
  unitId: number,
): Role | undefined => disclosureRole(act, signedIn.appointments, lineOf(centres, unitId));

/** The role by which the person keeps the ministry's item sets, with the ministry's code. */
export function keeperOf(
  signedIn: SignedIn,
  centres: readonly Centre[],
): { readonly role: Role; readonly unitCode: string } | undefined {
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  const role = root && roleIn('keepSets', signedIn, centres, root.id);
  return role && { role, unitCode: root.code };
}

export type CentreName = {
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
  readonly kind: CentreKind;
};

export const centreFor = (centre: Centre, locale: Locale): CentreName => ({
  unitId: centre.id,
  code: centre.code,
  name: locale === 'en' ? centre.nameEn : centre.nameTh,
  kind: centre.kind,
});
