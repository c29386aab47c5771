/** SQL of what papers add and of who has a seat; run as the officer, row-level security decides. */
import type { InTransaction, Queries } from '#platform/database/connection.ts';
import { noFacts, type PaperFacts, type PaperKind } from './paper.ts';
import type { ConfirmedSeat } from './seminar-figures.ts';

export async function selectPapers(
  db: Queries,
  seminarId: string,
): Promise<ReadonlyMap<PaperKind, PaperFacts>> {
  const rows = await db
    .selectFrom('seminars.paper')
    .select(['kind', 'number', 'dated', 'addressee', 'signer_name', 'signer_position', 'phone', 'added'])
    .where('seminar_id', '=', seminarId)
    .execute();
  return new Map(
    rows.map((row) => [
      row.kind as PaperKind,
      {
        number: row.number,
        dated: row.dated ?? undefined,
        addressee: row.addressee,
        signerName: row.signer_name,
        signerPosition: row.signer_position,
        phone: row.phone,
        added: row.added,
      },
    ]),
  );
}

export const factsOf = (papers: ReadonlyMap<PaperKind, PaperFacts>, kind: PaperKind): PaperFacts =>
  papers.get(kind) ?? noFacts;

export async function upsertPaper(
  trx: InTransaction,
  {
    seminarId,
    kind,
    facts,
    by,
    at,
  }: { seminarId: string; kind: PaperKind; facts: PaperFacts; by: string; at: Date },
): Promise<void> {
  const columns = {
    number: facts.number,
    dated: facts.dated ?? null,
    addressee: facts.addressee,
    signer_name: facts.signerName,
    signer_position: facts.signerPosition,
    phone: facts.phone,
    added: facts.added,
    changed_by: by,
    changed_at: at,
  };
  await trx
    .insertInto('seminars.paper')
    .values({ seminar_id: seminarId, kind, ...columns })
    .onConflict((conflict) => conflict.columns(['seminar_id', 'kind']).doUpdateSet(columns))
    .execute();
}

/** Seats kept for centres. */
export async function selectQuotas(
  db: Queries,
  seminarId: string,
): Promise<readonly { unitId: number; seats: number }[]> {
  const rows = await db
    .selectFrom('seminars.quota')
    .select(({ fn }) => ['unit_id', fn.sum<string>('seats').as('seats')])
    .where('seminar_id', '=', seminarId)
    .groupBy('unit_id')
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id, seats: Number(row.seats) }));
}

/** People with a seat, in order of centre and name. */
export async function selectConfirmed(db: Queries, seminarId: string): Promise<readonly ConfirmedSeat[]> {
  const rows = await db
    .selectFrom('seminars.registration')
    .select(['unit_id', 'prefix_th', 'name_th', 'position_th'])
    .where('seminar_id', '=', seminarId)
    .where('state', '=', 'confirmed')
    .orderBy('unit_id')
    .orderBy('name_th')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    nameTh: `${row.prefix_th}${row.name_th}`,
    positionTh: row.position_th,
  }));
}
