/** Brings a file of questions into the bank: all of them, or none and every row that has to be mended. */
import { createHash } from 'node:crypto';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { readSheet } from '#platform/spreadsheet/index.ts';
import { seminarRole } from '../seminar.policies.ts';
import { done, isUuid, type Outcome, refused } from './assessment.ts';
import { problemOf } from './draft-rules.ts';
import { insertVersions, selectCompetencies } from './question.queries.ts';
import type { Draft } from './question.ts';
import { readRows } from './question-sheet.ts';
import { readGift } from './read-gift.ts';
import { type Parts, tokensOf } from './save-question.ts';

export type Import = {
  /** Of the whole file, made by the page: importing it twice imports it once. */
  readonly id: string;
  readonly unitId: number;
  readonly isShared: boolean;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

type Lines = readonly {
  readonly line: number;
  readonly read:
    | { readonly ok: true; readonly draft: Draft }
    | { readonly ok: false; readonly problem: string };
}[];
const mostRows = 1_000;

export async function importQuestions(
  { ground }: Parts,
  signedIn: SignedIn,
  { id, unitId, isShared, fileName, bytes }: Import,
): Promise<Outcome<{ imported: number }>> {
  if (!isUuid(id)) return refused('malformed');
  const held = signedIn.appointments.find((one) => one.unitId === unitId);
  const role = seminarRole('organise', signedIn.appointments, unitId);
  if (!held || !role) return refused('forbidden');
  const lines = linesOf(fileName, bytes);
  if (!lines) return refused('not-a-table');
  if (lines.length === 0) return refused('nothing-in-it');
  const now = ground.now();
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const known = new Set((await selectCompetencies(trx, civilDate(now))).map(({ code }) => code));
    const rows = lines.flatMap(({ line, read }) => {
      const problem = read.ok ? problemOf(read.draft, known) : read.problem;
      return problem ? [{ line, problem }] : [];
    });
    if (rows.length > 0) return refused('rows-wrong', { rows });
    const versions = lines.flatMap(({ read }, at) => {
      if (!read.ok) return [];
      const own = (what: string) => uuidFrom(`${what} ${id} ${at}`);
      return [
        {
          id: own('version'),
          questionId: own('question'),
          version: 1,
          draft: read.draft,
          tokens: tokensOf(read.draft),
          by: signedIn.person.id,
          now,
        },
      ];
    });
    await trx
      .insertInto('seminars.question')
      .values(
        versions.map(({ questionId }) => ({
          id: questionId,
          unit_id: unitId,
          is_shared: isShared,
          made_by: signedIn.person.id,
          made_at: now,
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const imported = await insertVersions(trx, versions);
    if (imported > 0)
      await recordAct(trx, {
        act: 'seminars.questions-imported',
        object: 'question-import',
        id,
        unit: held.unitCode,
        role,
        at: now.toISOString(),
        facts: { imported },
      });
    return done({ imported: versions.length });
  });
}

/** GIFT is text with braces that no table has; everything else is read as a table. */
function linesOf(fileName: string, bytes: Uint8Array): Lines | undefined {
  if (/\.(?:gift|txt)$/i.test(fileName)) {
    const text = decoded(bytes);
    const lines = text === undefined ? [] : readGift(text);
    return text !== undefined && lines.length <= mostRows ? lines : undefined;
  }
  const sheet = readSheet(bytes, fileName, { maxRows: mostRows + 1, maxColumns: 20 });
  return sheet.ok ? readRows(sheet.rows) : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** An identifier that the same import makes again. */
function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
