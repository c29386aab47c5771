/** The ministry's centre keeps the frame: competencies, words of levels, and the numbers by which levels follow. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { type LearningRule, leastGroup, ruleCodes } from '../learning/learning-rule.ts';
import { frameKeeper, type Parts } from '../learning/needs.ts';
import { done, type Outcome, refused } from '../learning/outcome.ts';
import { type Competency, competencyKinds, type LevelWords } from './competence.ts';
import { selectFrame, selectLevels, selectPast } from './evidence.queries.ts';

export type FrameBook = {
  readonly competencies: readonly Competency[];
  readonly past: Awaited<ReturnType<typeof selectPast>>;
  readonly levels: readonly LevelWords[];
  readonly rules: readonly LearningRule[];
  readonly mayKeep: boolean;
  readonly today: string;
};

export async function frameBook(parts: Parts, signedIn: SignedIn): Promise<FrameBook> {
  const { ground } = parts;
  const mayKeep = (await frameKeeper(parts, signedIn)) !== undefined;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => ({
    competencies: await selectFrame(trx),
    past: await selectPast(trx),
    levels: await selectLevels(trx),
    rules: await selectLearningRules(trx),
    mayKeep,
    today: civilDate(ground.now()),
  }));
}

const words = z.string().trim().min(2).max(300);
const status = z.enum(['confirmed', 'unconfirmed']);
const day = z.string().refine((text) => parseCivilDate(text) !== undefined);

export const frameInput = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('competency'),
    code: z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/),
    kind: z.enum(competencyKinds),
    nameTh: words,
    nameEn: words,
    descriptionTh: z.string().trim().max(1000),
    descriptionEn: z.string().trim().max(1000),
    basis: words,
    source: words,
    status,
    /** First day on which it is no more in force; empty while it is. */
    validTo: z.union([z.literal(''), day]),
  }),
  z.object({
    what: z.literal('level'),
    level: z.coerce.number().int().min(1).max(4),
    baseVersion: z.coerce.number().int().min(0),
    nameTh: words,
    nameEn: words,
    descriptionTh: words,
    descriptionEn: words,
    source: words,
    status,
  }),
  z.object({
    what: z.literal('rule'),
    code: z.enum(ruleCodes),
    baseVersion: z.coerce.number().int().min(0),
    value: z.coerce.number().int().min(0).max(3650),
    basisTh: words,
    basisEn: words,
    source: words,
    status,
    validFrom: day,
  }),
]);
type FrameInput = z.output<typeof frameInput>;
type Kept = { readonly what: string; readonly code: string };

/** Safe to repeat: the same sent twice is one version. */
export async function keepFrame(parts: Parts, signedIn: SignedIn, input: unknown): Promise<Outcome<Kept>> {
  const keeper = await frameKeeper(parts, signedIn);
  if (!keeper) return refused('forbidden');
  const parsed = frameInput.safeParse(input);
  if (!parsed.success)
    return refused('incomplete', [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
  const { ground } = parts;
  const now = ground.now();
  const entry = parsed.data;
  const code = entry.what === 'level' ? String(entry.level) : entry.code;
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const outcome = await enter(trx, entry, { by: signedIn.person.id, today: civilDate(now) });
    if (!outcome.ok) return outcome;
    if (outcome.value.isNew)
      await recordAct(trx, {
        act: `seminars.frame-${entry.what}`,
        object: `learning-${entry.what}`,
        id: code,
        unit: keeper.unitCode,
        role: keeper.role,
        at: now.toISOString(),
        facts: {
          status: entry.status,
          ...(entry.what === 'rule' ? { value: entry.value, validFrom: entry.validFrom } : {}),
        },
      });
    return done({ what: entry.what, code });
  });
}

type Who = { readonly by: string; readonly today: string };
type Entered = Promise<Outcome<{ isNew: boolean }>>;

function enter(trx: InTransaction, entry: FrameInput, who: Who): Entered {
  if (entry.what === 'competency') return enterCompetency(trx, entry, who);
  return entry.what === 'level' ? enterLevel(trx, entry, who) : enterRule(trx, entry, who);
}

/** A new wording holds from today; what was is kept by the database. A competency is ended, never taken away. */
async function enterCompetency(
  trx: InTransaction,
  entry: FrameInput & { what: 'competency' },
  { today }: Who,
): Entered {
  const all = await selectFrame(trx);
  const before = all.find(({ code }) => code === entry.code);
  const isSame =
    before !== undefined &&
    (['kind', 'nameTh', 'nameEn', 'descriptionTh', 'descriptionEn', 'basis', 'source'] as const).every(
      (field) => before[field] === entry[field],
    ) &&
    before.isConfirmed === (entry.status === 'confirmed') &&
    (before.validTo ?? '') === entry.validTo;
  if (isSame) return done({ isNew: false });
  const validFrom = before && before.validFrom > today ? before.validFrom : today;
  if (entry.validTo !== '' && entry.validTo <= validFrom) return refused('not-later', ['validTo']);
  const values = {
    kind: entry.kind,
    name_th: entry.nameTh,
    name_en: entry.nameEn,
    description_th: entry.descriptionTh,
    description_en: entry.descriptionEn,
    basis: entry.basis,
    source: entry.source,
    status: entry.status,
    valid_from: validFrom,
    valid_to: entry.validTo || null,
  };
  if (before)
    await trx.updateTable('seminars.competency').set(values).where('code', '=', entry.code).execute();
  else
    await trx
      .insertInto('seminars.competency')
      .values({ code: entry.code, position: all.length, ...values })
      .execute();
  return done({ isNew: true });
}

async function enterLevel(
  trx: InTransaction,
  entry: FrameInput & { what: 'level' },
  { by, today }: Who,
): Entered {
  const before = (await selectLevels(trx)).find(({ level }) => level === entry.level);
  const version = before?.version ?? 0;
  if (version === entry.baseVersion + 1 && before?.nameTh === entry.nameTh) return done({ isNew: false });
  if (version !== entry.baseVersion) return refused('changed-meanwhile');
  await trx
    .insertInto('seminars.competency_level')
    .values({
      level: entry.level,
      version: version + 1,
      name_th: entry.nameTh,
      name_en: entry.nameEn,
      description_th: entry.descriptionTh,
      description_en: entry.descriptionEn,
      source: entry.source,
      status: entry.status,
      valid_from: today,
      changed_by: by,
    })
    .execute();
  return done({ isNew: true });
}

async function enterRule(
  trx: InTransaction,
  entry: FrameInput & { what: 'rule' },
  { by, today }: Who,
): Entered {
  if (entry.code === 'small-group' && entry.value < leastGroup) return refused('group-too-small', ['value']);
  const before = (await selectLearningRules(trx)).find(({ code }) => code === entry.code);
  const version = before?.version ?? 0;
  if (version === entry.baseVersion + 1 && before?.value === entry.value) return done({ isNew: false });
  if (version !== entry.baseVersion) return refused('changed-meanwhile');
  // A version ends when the next begins; what held in the past is not rewritten.
  if (before && (entry.validFrom <= before.validFrom || entry.validFrom < today))
    return refused('not-later', ['validFrom']);
  if (before)
    await trx
      .updateTable('seminars.learning_rule')
      .set({ valid_to: entry.validFrom })
      .where('code', '=', entry.code)
      .where('version', '=', version)
      .execute();
  await trx
    .insertInto('seminars.learning_rule')
    .values({
      code: entry.code,
      version: version + 1,
      value: entry.value,
      basis_th: entry.basisTh,
      basis_en: entry.basisEn,
      source: entry.source,
      status: entry.status,
      valid_from: entry.validFrom,
      changed_by: by,
    })
    .execute();
  return done({ isNew: true });
}
