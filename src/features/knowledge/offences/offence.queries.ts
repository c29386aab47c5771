/** SQL of the offence finder. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import type { ActKind, ActorKind, Guidance, Offence, OffenceKind, Penalty, Status } from './offence.ts';

/** Every version, in the order of lists. */
export async function selectOffences(db: Queries, code?: string): Promise<Offence[]> {
  let query = db.selectFrom('knowledge.offence').selectAll().orderBy('sort').orderBy('version');
  if (code !== undefined) query = query.where('code', '=', code);
  return (await query.execute()).map((row) => ({
    code: row.code,
    version: row.version,
    instrument: row.instrument,
    section: row.section,
    penaltySection: row.penalty_section,
    kind: row.kind as OffenceKind,
    actors: row.actors as ActorKind[],
    acts: row.acts as ActKind[],
    topics: row.topics,
    clocks: row.clocks,
    titleTh: row.title_th,
    titleEn: row.title_en,
    gistTh: row.gist_th,
    gistEn: row.gist_en,
    elementsTh: row.elements_th,
    elementsEn: row.elements_en,
    penalties: row.penalties as Penalty[],
    related: row.related,
    basis: row.basis,
    source: row.source,
    status: row.status as Status,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

export async function selectGuidance(db: Queries): Promise<Guidance[]> {
  const rows = await db
    .selectFrom('knowledge.guidance')
    .selectAll()
    .orderBy('sort')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    subject: row.subject as Guidance['subject'],
    body: row.body ?? undefined,
    kinds: row.kinds as OffenceKind[],
    actors: row.actors as ActorKind[],
    textTh: row.text_th,
    textEn: row.text_en,
    facts: row.facts as Guidance['facts'],
    basis: row.basis,
    source: row.source,
    status: row.status as Status,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
  }));
}

/** Adds a version; everything that the form does not ask stays as in the version before (`from`). */
export async function insertOffence(
  trx: InTransaction,
  offence: Offence,
  personId: string,
  now: Date,
): Promise<void> {
  const { sort } = await trx
    .selectFrom('knowledge.offence')
    .select('sort')
    .where('code', '=', offence.code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('knowledge.offence')
    .values({
      code: offence.code,
      version: offence.version,
      sort,
      instrument: offence.instrument,
      section: offence.section,
      penalty_section: offence.penaltySection,
      kind: offence.kind,
      actors: [...offence.actors],
      acts: [...offence.acts],
      topics: [...offence.topics],
      clocks: [...offence.clocks],
      title_th: offence.titleTh,
      title_en: offence.titleEn,
      gist_th: offence.gistTh,
      gist_en: offence.gistEn,
      elements_th: [...offence.elementsTh],
      elements_en: [...offence.elementsEn],
      penalties: JSON.stringify(offence.penalties),
      related: [...offence.related],
      basis: offence.basis,
      source: offence.source,
      status: offence.status,
      valid_from: offence.validFrom,
      valid_to: offence.validTo ?? null,
      entered_by: personId,
      entered_at: now,
    })
    .execute();
}

/** Those of the entry's sections that the library of laws holds, so that a page links to no empty address. */
export async function selectLoadedSections(
  db: Queries,
  { instrument, section, penaltySection }: Pick<Offence, 'instrument' | 'section' | 'penaltySection'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('knowledge.section as section')
    .innerJoin('knowledge.instrument as law', 'law.id', 'section.instrument_id')
    .select('section.number')
    .where('law.code', '=', instrument)
    .where('section.number', 'in', [section, penaltySection])
    .execute();
  return rows.map(({ number }) => number);
}
