/** SQL of frameworks; everybody may read them. */
import type { Queries } from '#platform/database/connection.ts';
import type { Framework, FrameworkStatus, RiskKind, Scheme } from './framework.ts';

/** Every version, by order of the list, the newest of a code first. */
export async function selectFrameworks(db: Queries): Promise<readonly Framework[]> {
  const rows = await db
    .selectFrom('prevention.risk_framework')
    .selectAll()
    .orderBy('sort')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    version: row.version,
    sort: row.sort,
    name: { th: row.name_th, en: row.name_en },
    kinds: row.kinds as RiskKind[],
    scheme: row.scheme as unknown as Scheme,
    mapDue: row.map_due,
    halfCloses: row.half_closes,
    yearCloses: row.year_closes,
    basis: row.basis,
    source: row.source,
    status: row.status as FrameworkStatus,
    fromYear: row.from_year,
    toYear: row.to_year ?? undefined,
  }));
}

/** The row of a framework, as inserted. */
export const frameworkValues = (framework: Framework, enteredBy: string | undefined) => ({
  code: framework.code,
  version: framework.version,
  sort: framework.sort,
  name_th: framework.name.th,
  name_en: framework.name.en,
  kinds: [...framework.kinds],
  scheme: JSON.stringify(framework.scheme),
  map_due: framework.mapDue,
  half_closes: framework.halfCloses,
  year_closes: framework.yearCloses,
  basis: framework.basis,
  source: framework.source,
  status: framework.status,
  from_year: framework.fromYear,
  to_year: framework.toYear ?? null,
  entered_by: enteredBy ?? null,
});
