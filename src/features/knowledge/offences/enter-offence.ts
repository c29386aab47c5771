/** The finder's entries as the ministry keeps them: every version, and the door for the next one. Nothing is edited in place. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/notices/index.ts';
import type { Network, SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/bangkok.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { roleToEnter } from './offence.policies.ts';
import { insertOffence, selectOffences } from './offence.queries.ts';
import type { Offence, Penalty } from './offence.ts';
import { offencesText } from './text.ts';

export type OffenceVersions = {
  readonly versions: readonly Offence[];
  readonly mayEnter: boolean;
  readonly today: string;
};

export async function listVersions(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  code?: string,
): Promise<OffenceVersions> {
  const now = ground.now();
  return {
    versions: await actingAs(ground.databases.officer, signedIn.actor, (trx) => selectOffences(trx, code)),
    mayEnter: roleToEnter(signedIn.appointments, await rootOf(network, now)) !== undefined,
    today: civilDate(now),
  };
}

const line = z.string().trim().min(3).max(300);
const lines = z
  .string()
  .max(4000)
  .transform((text) =>
    text
      .split(/\r?\n/)
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .refine((list) => list.length > 0 && list.length <= 12);
const amount = z
  .union([z.literal(''), z.coerce.number().int().min(0).max(100_000_000)])
  .transform((value) => (value === '' ? undefined : value));
const limb = z.object({
  minMonths: amount,
  maxMonths: amount,
  minFine: amount,
  maxFine: amount,
  life: z.boolean(),
  death: z.boolean(),
  join: z.enum(['and', 'or-both', 'only']),
});
const entry = z
  .object({
    id: z.uuid(),
    code: z.string().max(40),
    titleTh: line,
    titleEn: line,
    gistTh: z.string().trim().min(3).max(600),
    gistEn: z.string().trim().min(3).max(600),
    elementsTh: lines,
    elementsEn: lines,
    penalties: z.array(limb).max(4),
    source: line,
    status: z.enum(['confirmed', 'unconfirmed']),
    validFrom: z.string().refine((day) => parseCivilDate(day) !== undefined),
  })
  .refine(({ elementsTh, elementsEn }) => elementsTh.length === elementsEn.length, {
    path: ['elementsEn'],
  })
  .refine(({ penalties }) => penalties.every(isRange), { path: ['penalties'] });

export type EntryField = keyof z.infer<typeof entry>;
export type EntryAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'forbidden' | 'unknown' | 'not-later' | 'changed-meanwhile' }
  | { readonly ok: false; readonly code: 'fields'; readonly fields: readonly EntryField[] };

/** Enters the next version of an entry, in force from a day after the present one began. Safe to repeat. */
export async function enterOffence(
  ground: Ground,
  network: Network,
  signedIn: SignedIn,
  input: Record<string, unknown>,
): Promise<EntryAnswer> {
  const now = ground.now();
  const role = roleToEnter(signedIn.appointments, await rootOf(network, now));
  if (!role) return { ok: false, code: 'forbidden' };
  const parsed = entry.safeParse(input);
  if (!parsed.success)
    return {
      ok: false,
      code: 'fields',
      fields: [...new Set(parsed.error.issues.map((issue) => issue.path[0] as EntryField))],
    };
  const { id, penalties, ...next } = parsed.data;
  try {
    return await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const present = (await selectOffences(trx, next.code)).at(-1);
      if (!present) return { ok: false, code: 'unknown' };
      const made: Offence = {
        ...present,
        ...next,
        penalties: penalties.map((one, at): Penalty => {
          const limbOf = present.penalties[at]?.limb ?? (at === 0 ? 'basic' : 'graver');
          return { limb: limbOf, ...given(one) };
        }),
        version: present.version + 1,
        validTo: undefined,
      };
      // The same form sent twice finds its own entry in place.
      if (isDeepStrictEqual({ ...made, version: present.version }, present)) return { ok: true };
      if (next.validFrom <= present.validFrom) return { ok: false, code: 'not-later' };
      await insertOffence(trx, made, signedIn.person.id, now);
      await recordAct(trx, {
        act: 'offences.entered',
        object: 'offence',
        id: `${made.code}.${made.version}`,
        role,
        at: now.toISOString(),
        facts: { validFrom: made.validFrom, status: made.status },
      });
      await raiseNotice(trx, {
        id,
        kind: 'offence',
        objectId: made.code,
        titleTh: offencesText('th').office.notice(made.titleTh),
        titleEn: offencesText('en').office.notice(made.titleEn),
        href: `/offences/${made.code}`,
        touches: [
          {
            kind: 'offence',
            id: made.code,
            titleTh: made.basis,
            titleEn: made.titleEn,
            href: `/offences/${made.code}`,
            ownerRoles: ['planner'],
          },
        ],
        raisedBy: signedIn.person.id,
        at: now,
      });
      return { ok: true };
    });
  } catch (error) {
    // Two entered the same next version at once: the first stands.
    if ((error as { constraint?: string }).constraint === 'offence_pkey')
      return { ok: false, code: 'changed-meanwhile' };
    throw error;
  }
}

function isRange({ minMonths, maxMonths, minFine, maxFine, life, death }: z.infer<typeof limb>): boolean {
  if (maxMonths === undefined && maxFine === undefined && !life && !death) return false;
  return (minMonths ?? 0) <= (maxMonths ?? 1200) && (minFine ?? 0) <= (maxFine ?? Number.MAX_SAFE_INTEGER);
}

/** Only what the law says: no empty field, and no joint without a fine. */
function given({ life, death, join, ...numbers }: z.infer<typeof limb>): Omit<Penalty, 'limb'> {
  return {
    ...Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined)),
    ...(life ? { life } : {}),
    ...(death ? { death } : {}),
    ...(numbers.maxFine === undefined ? {} : { join }),
  };
}

async function rootOf(network: Network, now: Date): Promise<number | undefined> {
  return (await network.listCentres(now)).find((centre) => centre.parentCode === undefined)?.id;
}
