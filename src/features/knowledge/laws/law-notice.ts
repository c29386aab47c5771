// Tells officers that a law they rely on has changed, with the sections themselves and what stands on them.
import { createHash } from 'node:crypto';
import type { StandingRules } from '#features/cases/index.ts';
import { raiseNotice } from '#features/knowledge/notices/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { ImportReport } from './law.ts';
import { englishTitle, touchedBy } from './law-touches.ts';
import { selectInstruments } from './library.queries.ts';
import { lawsText } from './text.ts';

type Raising = {
  readonly at: Date;
  /** Deadlines and topics as they stand on that day. */
  readonly rules: StandingRules;
  readonly raisedBy?: string | undefined;
};

/** Raises one notice for a new version of a law that was there before; importing it again raises none. */
export async function raiseLawNotice(
  trx: InTransaction,
  report: ImportReport,
  { at, rules, raisedBy }: Raising,
): Promise<void> {
  if (report.outcome !== 'changed') return;
  const { code, version } = report;
  const [law] = await selectInstruments(trx, code);
  if (!law) return;
  const numbers = [...report.changed, ...report.added, ...report.removed];
  await raiseNotice(trx, {
    id: idOf(`law:${code}:${version}`),
    kind: 'law',
    objectId: code,
    titleTh: lawsText('th').notice(law.title, law.unit, numbers),
    titleEn: lawsText('en').notice(englishTitle(law), law.unit, numbers),
    href: `/laws/${code}`,
    touches: numbers.length === 0 ? [] : await touchedBy(trx, law, numbers, rules),
    ...(raisedBy !== undefined && { raisedBy }),
    at,
  });
}

/** A name-based identifier, so that raising twice is raising once. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
