/** Reads and entries of what the law or a circular decides: topics, outcomes, deadlines, holidays. */
import type { Queries } from '#platform/database/connection.ts';
import type { ClockEnd, ClockStart, Matter, Named } from './case.ts';
import type { ClockRule } from './clock-rules.ts';

export type Topic = Named & {
  readonly code: string;
  /** What a report on it becomes. */
  readonly matter: Matter;
  readonly hintTh: string;
  readonly hintEn: string;
};

export type Outcome = Named & {
  readonly code: string;
  /** Which kind of matter may end so. */
  readonly matter: Matter;
  /** What the reporter is told. */
  readonly toldTh: string;
  readonly toldEn: string;
  /** Stages from which a case may end so. */
  readonly fromStages: readonly string[];
};

export async function selectTopics(db: Queries, day: string): Promise<Topic[]> {
  const rows = await db
    .selectFrom('cases.topic')
    .select(['code', 'name_th', 'name_en', 'hint_th', 'hint_en', 'matter'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('sort')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    matter: row.matter as Matter,
    nameTh: row.name_th,
    nameEn: row.name_en,
    hintTh: row.hint_th,
    hintEn: row.hint_en,
  }));
}

export async function selectOutcomes(db: Queries, day: string): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('cases.outcome')
    .select(['code', 'name_th', 'name_en', 'told_th', 'told_en', 'from_stages', 'matter'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('sort')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    matter: row.matter as Matter,
    nameTh: row.name_th,
    nameEn: row.name_en,
    toldTh: row.told_th,
    toldEn: row.told_en,
    fromStages: row.from_stages,
  }));
}

/** Every version of every deadline, newest version first within its code. */
export async function selectClockRules(db: Queries): Promise<ClockRule[]> {
  const rows = await db
    .selectFrom('cases.clock_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    nameTh: row.name_th,
    nameEn: row.name_en,
    startedBy: row.started_by as ClockStart,
    metBy: row.met_by as ClockEnd,
    days: row.days,
    dayUnit: row.day_unit as 'calendar' | 'working',
    basisTh: row.basis_th,
    basisEn: row.basis_en,
    source: row.source,
    status: row.status as 'confirmed' | 'unconfirmed',
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

/** Ends the version in force before `validFrom` and enters the next one: nothing is edited in place. */
export async function insertClockRule(db: Queries, rule: ClockRule): Promise<void> {
  await db
    .updateTable('cases.clock_rule')
    .set({ valid_to: rule.validFrom })
    .where('code', '=', rule.code)
    .where('valid_to', 'is', null)
    .execute();
  await db
    .insertInto('cases.clock_rule')
    .values({
      code: rule.code,
      version: rule.version,
      name_th: rule.nameTh,
      name_en: rule.nameEn,
      started_by: rule.startedBy,
      met_by: rule.metBy,
      days: rule.days,
      day_unit: rule.dayUnit,
      basis_th: rule.basisTh,
      basis_en: rule.basisEn,
      source: rule.source,
      status: rule.status,
      valid_from: rule.validFrom,
    })
    .execute();
}
