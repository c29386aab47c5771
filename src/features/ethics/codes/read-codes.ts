/** What the code asks for, for anybody; and the desk of who writes it. */
import type { Centre, SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { bodyName, centreName, unitsWith } from '../standing.ts';
import { selectCodes, selectConduct, selectScenarios, selectStandards } from './code.queries.ts';
import type { Code, Conduct, Scenario, Standard } from './code.ts';
import { conductFor, newestOn } from './code-rules.ts';
import { codesPolicies } from './codes.policies.ts';
import { keptFor } from './enter-code.ts';

type AskedCode = { readonly regime?: string | undefined; readonly centre?: string | undefined };
type UnitName = { readonly code: string; readonly name: string };
export type PublishedCode = {
  readonly codes: readonly Code[];
  readonly standards: readonly Standard[];
  readonly conduct: readonly Conduct[];
  readonly regime: Code | undefined;
  readonly centre: UnitName | undefined;
  /** Centres that added something of their own. */
  readonly centres: readonly UnitName[];
};

/** The published table of what one does and does not. For anybody. */
export async function publishedCode(
  { ground, network }: Parts,
  locale: Locale,
  asked: AskedCode = {},
): Promise<PublishedCode> {
  const db = ground.databases.public;
  const now = ground.now();
  const today = civilDate(now);
  const codes = newestOn(await selectCodes(db), today, (row) => row.regime);
  const all = await selectConduct(db);
  const extending = new Set(all.map(({ unitId }) => unitId));
  const centres = (await network.listCentres(now)).filter(({ id, isOpen }) => isOpen && extending.has(id));
  const named = (centre: Centre) => ({ code: centre.code, name: bodyName(centre, locale) });
  const regime = codes.find((one) => one.regime === asked.regime);
  const centre = centres.find(({ code }) => code === asked.centre);
  return {
    codes,
    standards: newestOn(await selectStandards(db), today, ({ code }) => code),
    conduct: conductFor(all, { regime: regime?.regime, unitId: centre?.id }),
    regime,
    centre: centre && named(centre),
    centres: centres.map(named),
  };
}

export type CodesDesk = {
  readonly codes: readonly Code[];
  readonly standards: readonly Standard[];
  /** The network's own, then that of the centres she writes for. */
  readonly conduct: readonly Conduct[];
  readonly scenarios: readonly Scenario[];
  /** Whether she writes for the whole network. */
  readonly keeps: boolean;
  /** Centres for which she adds. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
};

/** Newest versions first of all: one entered for later is shown with its day. */
export async function codesDesk(
  { ground, network }: Parts,
  signedIn: SignedIn,
  locale: Locale,
): Promise<CodesDesk> {
  const now = ground.now();
  const centres = await network.listCentres(now);
  const units = unitsWith(signedIn.appointments, codesPolicies.extend).map(({ id }) => id);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const all = await selectConduct(trx);
    return {
      codes: newestOn(await selectCodes(trx), '9999-12-31', (row) => row.regime),
      standards: newestOn(await selectStandards(trx), '9999-12-31', ({ code }) => code),
      conduct: [
        ...all.filter(({ unitId }) => unitId === undefined),
        ...all.filter(({ unitId }) => unitId !== undefined && units.includes(unitId)),
      ],
      scenarios: await selectScenarios(trx),
      keeps: keptFor(signedIn, centres) !== undefined,
      units: centres
        .filter(({ id }) => units.includes(id))
        .map((centre) => ({ id: centre.id, name: centreName(centre, locale) })),
    };
  });
}
