/** Brings in a list of names: rows that are right are entered, the others come back with what is wrong, to be mended. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { readSheet, type SheetProblem } from '#platform/spreadsheet/index.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import type { ImportRow } from './import-fields.ts';
import { type CheckedRow, checkRows, type RowProblem, readHeader, readRows } from './import-rules.ts';
import { enter, mayNominate } from './nominate.ts';
import { isHostOf } from './nominations.ts';
import { selectKinds } from './seat.queries.ts';
import { done, refusalOf, refused, type SeatOutcome } from './seat-outcome.ts';
import { nominatingUnits } from './seat-people.ts';

export const mostRows = 2_000;

export type FileReading =
  | SeatOutcome<readonly ImportRow[]>
  | { readonly ok: false; readonly code: 'sheet'; readonly problem: SheetProblem };

/** Rows of an XLSX or CSV file, under its own headings. */
export function readNames(file: { readonly name: string; readonly bytes: Uint8Array }): FileReading {
  const sheet = readSheet(file.bytes, file.name, { maxRows: mostRows + 1, maxColumns: 30 });
  if (!sheet.ok) return { ok: false, code: 'sheet', problem: sheet.code };
  const [header, ...rows] = sheet.rows;
  const columns = header && readHeader(header);
  return columns ? done(readRows(columns, rows)) : refused('no-header');
}

export type Imported = {
  readonly entered: number;
  /** Were there already, from the same list or another. */
  readonly known: number;
  readonly confirmed: number;
  readonly waitlisted: number;
  readonly wrong: readonly { readonly row: ImportRow; readonly problems: readonly RowProblem[] }[];
};

/** Repeating it enters nobody twice. A row that fails stops no other. */
export async function importNames(
  { ground, network }: { readonly ground: Ground; readonly network: Network },
  signedIn: SignedIn,
  seminarId: string,
  rows: readonly ImportRow[],
): Promise<SeatOutcome<Imported>> {
  if (rows.length === 0) return refused('nothing-chosen');
  if (rows.length > mostRows) return refused('malformed');
  const { officer } = ground.databases;
  const centres = (await network.listCentres(ground.now())).filter(({ isOpen }) => isOpen);
  const start = await actingAs(officer, signedIn.actor, async (trx) => {
    const seminar = await selectSeminar(trx, seminarId);
    return seminar && { seminar, kinds: (await selectKinds(trx, seminarId)).filter(({ isOpen }) => isOpen) };
  });
  if (!start) return refused('not-found');
  const { seminar, kinds } = start;
  const isHost = isHostOf(signedIn, seminar);
  const ownUnits = isHost ? undefined : nominatingUnits(signedIn.appointments);
  const closed = mayNominate(signedIn, seminar, ownUnits?.[0] ?? seminar.unitId, ground.now());
  if (closed) return refused(closed);
  const checked = checkRows(rows, { seminarId, centres, ownUnits, kinds });
  let result: Imported = { entered: 0, known: 0, confirmed: 0, waitlisted: 0, wrong: [] };
  for (const one of checked) result = add(result, one, await enterOne(ground, signedIn, seminar, one));
  return done(result);
}

type Entered = { readonly isNew: boolean; readonly state: string } | RowProblem | undefined;

async function enterOne(
  ground: Ground,
  signedIn: SignedIn,
  seminar: Seminar,
  checked: CheckedRow,
): Promise<Entered> {
  if (!checked.ok) return undefined;
  const outcome = await actingAs(ground.databases.officer, signedIn.actor, (trx) =>
    enter(trx, ground, signedIn, seminar, checked.person),
  ).catch(refusalOf);
  if (outcome.ok) return outcome.value;
  return outcome.code === 'already-named' ? 'already-named' : 'centre-not-yours';
}

function add(result: Imported, checked: CheckedRow, entered: Entered): Imported {
  if (!checked.ok || typeof entered === 'string') {
    const problems = checked.ok ? [entered as RowProblem] : checked.problems;
    return { ...result, wrong: [...result.wrong, { row: checked.row, problems }] };
  }
  const { isNew, state } = entered!;
  return {
    ...result,
    entered: result.entered + Number(isNew),
    known: result.known + Number(!isNew),
    confirmed: result.confirmed + Number(isNew && state === 'confirmed'),
    waitlisted: result.waitlisted + Number(isNew && state === 'waitlisted'),
  };
}
