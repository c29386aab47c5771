/** The way of a map: handed in, returned or verified by the tier above, approved by a head, published with its results. */
import { randomUUID } from 'node:crypto';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Centre, Role, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { insertStep, lockMap, selectMap, selectStep, updateStep } from './map.queries.ts';
import { frameworkOf, held, type RiskNeeds } from './needs.ts';
import { lineOf, type RiskAct, riskPolicies } from './risk.policies.ts';
import { selectResults, selectRisks } from './risk.queries.ts';
import { type StepInput, stepEntry } from './risk.schemas.ts';
import { done, type Half, type MapStep, type Outcome, type RiskMap, refused, textLimits } from './risk.ts';
import { gapsOf, stateAfter, withoutResult } from './risk-rules.ts';
import { riskText } from './text.ts';

const actOf: Record<MapStep, RiskAct> = {
  submitted: 'submit',
  returned: 'verify',
  verified: 'verify',
  approved: 'approve',
  published: 'publish',
  'results-6': 'publish',
  'results-12': 'publish',
};

/** Safe to repeat with the same id: the first one stands. */
export async function stepMap(
  { ground, network, lessons }: RiskNeeds,
  signedIn: SignedIn,
  input: StepInput,
): Promise<Outcome<{ id: string }>> {
  const parsed = stepEntry.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, mapId, revision, step, reason } = parsed.data;
  const remarks = parsed.data.remarks.filter(({ text }) => text !== '');
  const now = ground.now();
  const centres = await network.listCentres(now);
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const seen = await selectMap(trx, mapId);
    if (!seen) return refused('not-found');
    const mandate = held(signedIn, actOf[step], centres, seen.unitId);
    if (!mandate) return refused('forbidden');
    const taken = await selectStep(trx, id);
    if (taken) return taken.map_id === mapId && taken.step === step ? done({ id }) : refused('malformed');
    const state = stateAfter(seen.state, step);
    if (!state) return refused('not-this-step');
    const map = await lockMap(trx, mapId);
    if (!map) return refused('forbidden');
    // What is decided on is what was read.
    if (map.revision !== revision) return refused('changed-meanwhile');
    const asked = { map, step, reason, remarks: remarks.length, signedIn };
    const hindrance = await hindranceTo(trx, asked, lessons.personsIn);
    if (hindrance) return hindrance;
    const by = signedIn.person.id;
    if (!(await updateStep(trx, { map, step, state, by, now }))) return refused('changed-meanwhile');
    await insertStep(trx, { id, map, step, reason, remarks, by, now });
    await recordAct(trx, {
      ...{ act: `risks.${step}`, object: 'risk-map', id: mapId },
      ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
      facts: { version: map.version, ...(step === 'returned' ? { remarks: remarks.length } : {}) },
    });
    await tell(trx, { map, step, centres, by, now });
    return done({ id });
  });
}

type Asked = {
  readonly map: RiskMap;
  readonly step: MapStep;
  readonly reason: string;
  readonly remarks: number;
  readonly signedIn: SignedIn;
};

/** Why the step may not be taken although the person may take such steps. */
async function hindranceTo(
  trx: InTransaction,
  { map, step, reason, remarks, signedIn }: Asked,
  personsIn: (text: string) => readonly string[],
) {
  const me = signedIn.person.id;
  if (step === 'returned') return reason.length < 5 && remarks === 0 && refused('reason-missing');
  // Two pairs of eyes at least on every map: who hands in does not verify, who verifies does not approve.
  if (step === 'verified') return map.submittedBy === me && refused('own-work');
  if (step === 'approved') return map.verifiedBy === me && refused('own-work');
  if (step === 'published') return map.publishedAt !== undefined && refused('not-this-step');
  const { scheme } = await frameworkOf(trx, map);
  const risks = (await selectRisks(trx, [map.id])).filter(({ isRemoved }) => !isRemoved);
  if (step === 'submitted') {
    if (risks.length === 0) return refused('empty-map');
    if (risks.some((risk) => gapsOf(scheme, risk).length > 0)) return refused('gaps');
    // What is handed in will be published, and cannot be mended then: positions, never persons.
    const texts = Object.keys(textLimits) as (keyof typeof textLimits)[];
    const persons = personsIn(risks.flatMap((risk) => texts.map((field) => risk[field])).join('\n'));
    return persons.length > 0 && refused('identifying', persons);
  }
  const half: Half = step === 'results-6' ? 6 : 12;
  if (!map.publishedAt || map.resultsPublic >= half) return refused('not-this-step');
  const results = await selectResults(trx, [map.id]);
  const isMissing = withoutResult(scheme, risks, results, half).length > 0;
  if (isMissing) return refused('results-missing');
  const persons = personsIn(results.map(({ done, measured }) => `${done}\n${measured}`).join('\n'));
  return persons.length > 0 && refused('identifying', persons);
}

type Told = {
  readonly map: RiskMap;
  readonly step: MapStep;
  readonly centres: readonly Centre[];
  readonly by: string;
  readonly now: Date;
};

/** Handing in is told above; everything that is decided is told to the centre, of which the submitter is one. */
async function tell(trx: InTransaction, { map, step, centres, by, now }: Told): Promise<void> {
  if (step === 'published' || step === 'results-6' || step === 'results-12') return;
  const line = lineOf(centres, map.unitId);
  const above = line[1] ?? map.unitId;
  const roles: readonly Role[] =
    step === 'submitted' ? riskPolicies.verify[0].roles : riskPolicies.map[0].roles;
  const centre = centres.find(({ id }) => id === map.unitId)!;
  const title = (locale: 'th' | 'en') =>
    riskText(locale).notices[step](
      locale === 'th' ? centre.nameTh : centre.nameEn,
      riskText(locale).mapOfYear(map.kind, map.fiscalYear),
    );
  const onward = step === 'submitted' ? '/review' : '';
  await raiseNotice(trx, {
    id: randomUUID(),
    kind: 'risk',
    objectId: map.id,
    titleTh: title('th'),
    titleEn: title('en'),
    href: `/office/risks/${map.id}${onward}`,
    units: [step === 'submitted' ? above : map.unitId],
    roles,
    raisedBy: by,
    at: now,
  });
}
