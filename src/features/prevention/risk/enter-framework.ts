/** Frameworks as the ministry keeps them: every version, and the door for the next one. Nothing is edited in place. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { Centre, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { frameworkValues, selectFrameworks } from './framework.queries.ts';
import { type Framework, riskKinds, type Scheme } from './framework.ts';
import { faultsOf, type SchemeFault } from './framework-rules.ts';
import { frameworkText } from './framework-text.ts';
import type { RiskNeeds } from './needs.ts';
import { appointmentFor, riskPolicies } from './risk.policies.ts';
import { wrongFields } from './risk.schemas.ts';

const line = z.string().trim().min(1).max(300);
const words = z.object({ th: line, en: line });
const code = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/);
const coded = z.object({ code, name: words });
const axis = z.object({ name: words, levels: z.array(words).min(2).max(5) });
const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
const year = z.coerce.number().int().min(2550).max(2700);

const entry = z.object({
  code,
  /** Version that the form was filled from; 0 for a framework of a new code. */
  after: z.coerce.number().int().min(0),
  name: words,
  kinds: z.array(z.enum(riskKinds)).min(1),
  scheme: z.object({
    likelihood: axis,
    impact: axis,
    bands: z
      .array(
        coded.extend({
          from: z.number().int().min(1).max(25).nullable(),
          tone: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
        }),
      )
      .min(2)
      .max(6),
    domains: z.array(coded).min(1).max(12),
    controls: z.array(coded).min(1).max(5),
    afterControl: z.record(z.string(), z.record(z.string(), z.string())).nullable(),
    treatFrom: z.string(),
  }),
  mapDue: monthDay,
  halfCloses: monthDay,
  yearCloses: monthDay,
  basis: line,
  source: line,
  status: z.enum(['confirmed', 'unconfirmed']),
  fromYear: year,
  toYear: z.preprocess((value) => (value === '' ? undefined : value), year.optional()),
});

export type FrameworkAnswer =
  | { readonly ok: true; readonly code: string; readonly version: number }
  | { readonly ok: false; readonly code: 'forbidden' | 'changed-meanwhile' | 'years' }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly string[] }
  | { readonly ok: false; readonly code: 'scheme'; readonly faults: readonly SchemeFault[] };

export const mayEnterFrameworks = (signedIn: SignedIn, centres: readonly Centre[]) => {
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return appointmentFor('enter-framework', signedIn.appointments, [root?.id ?? -1]);
};

/** Safe to repeat: the same content after the same version is the same version. */
export async function enterFramework(
  { ground, network }: RiskNeeds,
  signedIn: SignedIn,
  input: unknown,
): Promise<FrameworkAnswer> {
  const now = ground.now();
  const mandate = mayEnterFrameworks(signedIn, await network.listCentres(now));
  if (!mandate) return { ok: false, code: 'forbidden' };
  const parsed = entry.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'fields', fields: wrongFields(parsed.error) };
  const { after, ...next } = parsed.data;
  const faults = faultsOf(next.scheme as Scheme);
  if (faults.length > 0) return { ok: false, code: 'scheme', faults };
  if (next.toYear !== undefined && next.toYear < next.fromYear) return { ok: false, code: 'years' };
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<FrameworkAnswer> => {
    const all = await selectFrameworks(trx);
    const versions = all.filter((framework) => framework.code === next.code);
    const present = versions[0];
    const sort = present?.sort ?? Math.max(0, ...all.map((framework) => framework.sort)) + 10;
    const version = after + 1;
    const framework = { ...next, toYear: next.toYear, sort, version } as Framework;
    const already = versions.find((one) => one.version === version);
    if (already && isDeepStrictEqual(plain(already), plain(framework)))
      return { ok: true, code: next.code, version };
    if ((present?.version ?? 0) !== after) return { ok: false, code: 'changed-meanwhile' };
    await trx
      .insertInto('prevention.risk_framework')
      .values(frameworkValues(framework, signedIn.person.id))
      .execute();
    await recordAct(trx, {
      ...{ act: 'risks.framework-entered', object: 'risk-framework', id: `${next.code}.${version}` },
      ...{ unit: mandate.unitCode, role: mandate.role, at: now.toISOString() },
      facts: { status: next.status, fromYear: next.fromYear },
    });
    const { name } = framework;
    await raiseNotice(trx, {
      id: randomUUID(),
      kind: 'risk',
      objectId: `${next.code}.${version}`,
      titleTh: frameworkText('th').notice(name.th, version),
      titleEn: frameworkText('en').notice(name.en, version),
      href: '/office/risks/frameworks',
      roles: riskPolicies.map[0].roles,
      raisedBy: signedIn.person.id,
      at: now,
    });
    return { ok: true, code: next.code, version };
  });
}

const plain = (framework: Framework) => JSON.parse(JSON.stringify(framework)) as unknown;
