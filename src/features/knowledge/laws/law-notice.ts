// Tells officers that a law they rely on has changed, with the offences, clocks and sections that stand on it.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { raiseNotice, type Touched } from '#features/knowledge/notices/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { ImportReport } from './law.ts';
import { addressOfSection } from './section-address.ts';
import { lawsText } from './text.ts';

/** Sections of other laws named in one notice. */
const MOST_SECTIONS = 60;

/** Raises one notice for a new version of a law that was there before; importing it again raises none. */
export async function raiseLawNotice(
  trx: InTransaction,
  report: ImportReport,
  { at, raisedBy }: { at: Date; raisedBy?: string | undefined },
): Promise<void> {
  if (report.outcome !== 'changed') return;
  const { code, title, version } = report;
  const numbers = [...report.changed, ...report.removed];
  await raiseNotice(trx, {
    id: idOf(`law:${code}:${version}`),
    kind: 'law',
    objectId: code,
    titleTh: lawsText('th').notice(title, [...report.added, ...numbers]),
    titleEn: lawsText('en').notice(title, [...report.added, ...numbers]),
    href: `/laws/${code}`,
    touches: numbers.length === 0 ? [] : await touchedBy(trx, code, numbers),
    ...(raisedBy !== undefined && { raisedBy }),
    at,
  });
}

async function touchedBy(trx: InTransaction, code: string, numbers: readonly string[]): Promise<Touched[]> {
  const offences = await trx
    .selectFrom('knowledge.offence')
    .where('instrument', '=', code)
    .where((where) => where.or([where('section', 'in', numbers), where('penalty_section', 'in', numbers)]))
    .where('valid_to', 'is', null)
    .orderBy('sort')
    .select(['code', 'title_th', 'title_en', 'clocks'])
    .execute();
  const { rows: sections } = await sql<{ code: string; number: string; title: string }>`
    select distinct instrument.code, section.number, instrument.title
    from knowledge.citation
    join knowledge.section_version wording on wording.id = citation.section_version_id and wording.is_current
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id
    where citation.to_code = ${code} and citation.to_number = any (${[...numbers]}) and instrument.code <> ${code}
    order by instrument.code, section.number
    limit ${MOST_SECTIONS}`.execute(trx);
  const clocks = [...new Set(offences.flatMap((offence) => offence.clocks))];
  return [
    ...offences.map(
      (offence): Touched => ({
        kind: 'offence',
        id: offence.code,
        titleTh: offence.title_th,
        titleEn: offence.title_en,
        href: `/offences/${offence.code}`,
        ownerRoles: ['planner'],
      }),
    ),
    ...clocks.map(
      (id): Touched => ({ kind: 'clock', id, titleTh: id, titleEn: id, ownerRoles: ['administrator'] }),
    ),
    ...sections.map(
      (section): Touched => ({
        kind: 'section',
        id: `${section.code}:${section.number}`,
        titleTh: lawsText('th').library.citation(section.title, 'มาตรา', section.number),
        titleEn: lawsText('en').library.citation(section.title, 'มาตรา', section.number),
        href: `/laws/${section.code}/${addressOfSection(section.number)}`,
        ownerRoles: ['planner'],
      }),
    ),
  ];
}

/** A name-based identifier, so that raising twice is raising once. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
