/** Who must hold a case's keys, and that a set of grants gives them to exactly those. */
import { randomUUID } from 'node:crypto';
import { insertGrants } from '../act.queries.ts';
import type { GrantInput } from '../act-input.ts';
import { selectAccess } from '../case.queries.ts';
import type { MessageKind } from '../case.ts';
import { refuse, type Work } from './work.ts';

/** A holder as text, so that two sets can be compared: `centre:TH-50:2`, `person:…`, `reporter`. */
export type Holder = string;

export const centreHolder = (unitCode: string, epoch: number): Holder => `centre:${unitCode}:${epoch}`;
export const personHolder = (personId: string): Holder => `person:${personId}`;

/** Those who read the case today: the persons named, or the centre by its current key. */
export async function holdersOf(work: Work): Promise<Holder[]> {
  if (work.found.restriction === 'named')
    return (await selectAccess(work.trx, work.found.id)).map(personHolder);
  const { unitCode } = work.appointment;
  const centres = await work.network.listCentres(work.now);
  const own = centres.find((centre) => centre.code === unitCode)?.sealFor;
  if (!own || own.isOther) refuse('stale-key');
  return [centreHolder(unitCode, own.epoch)];
}

/**
 * Stores the grants of these keys, when each key is given to each holder and to nobody else; the reporter counts
 * as a holder of dialogue keys where `withReporter` says so. Refusal `wrong-grants`: a browser with an old view of
 * the circle of readers, or one that would slip a reader in.
 */
export async function giveGrants(
  work: Work,
  grants: readonly GrantInput[],
  keys: readonly { readonly kind: MessageKind; readonly version: number }[],
  holders: readonly Holder[],
  withReporter: readonly { readonly kind: MessageKind; readonly version: number }[] = [],
): Promise<void> {
  const wanted = [
    ...keys.flatMap((key) => holders.map((holder) => `${key.kind}/${key.version}/${holder}`)),
    ...withReporter.map((key) => `${key.kind}/${key.version}/reporter`),
  ].sort();
  const given = grants.map((grant) => `${grant.kind}/${grant.version}/${holderOf(grant)}`).sort();
  if (wanted.join('\n') !== given.join('\n')) refuse('wrong-grants');
  const units = grants.some((grant) => grant.grantee === 'centre')
    ? new Map((await work.network.listCentres(work.now)).map((centre) => [centre.code, centre.id]))
    : new Map<string, number>();
  await insertGrants(
    work.trx,
    grants.map((grant) => ({
      id: randomUUID(),
      case_id: work.found.id,
      kind: grant.kind,
      version: grant.version,
      grantee: grant.grantee,
      unit_id: grant.grantee === 'centre' ? units.get(grant.unitCode)! : null,
      epoch: grant.grantee === 'centre' ? grant.epoch : null,
      person_id: grant.grantee === 'person' ? grant.personId : null,
      sealed: grant.sealed,
      granted_by: work.personId,
      granted_at: work.now,
    })),
  );
}

function holderOf(grant: GrantInput): Holder {
  if (grant.grantee === 'centre') return centreHolder(grant.unitCode, grant.epoch);
  return grant.grantee === 'person' ? personHolder(grant.personId) : 'reporter';
}
