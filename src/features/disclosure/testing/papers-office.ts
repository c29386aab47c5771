/** For tests only: an office with keys, the whole application upon it, and its published papers read back. */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import Fastify from 'fastify';
import { type Officer, openOffice } from '#features/cases/testing/office.ts';
import { createApp } from '#main/app.ts';
import { textOf } from '#platform/documents/testing/read-pdf.ts';
import { publicDisclosureRoutes } from '../index.ts';
import type { PaperKind } from '../item-sets/item-set.ts';
import type { Period } from '../publishing/paper-address.ts';

/** 23 November 2026 is in fiscal year 2570. */
export const fiscalYear = 2570;
type Cell = string | number;
export type PapersOffice = Awaited<ReturnType<typeof openPapersOffice>>;

export async function openPapersOffice() {
  const office = await openOffice();
  const app = createApp(office.ground);
  const server = Fastify();
  await server.register(publicDisclosureRoutes(app));
  const people = {
    planner: await office.officer('TH-50', 'planner'),
    head: await office.officer('TH-50', 'head'),
    ethicsOfficer: await office.officer('TH-50', 'ethics-officer'),
    clerk: await office.officer('TH-50', 'case-officer'),
    organiser: await office.officer('TH-50', 'organiser'),
    neighbour: await office.officer('TH-57', 'head'),
    ministry: await office.officer('MOI', 'planner'),
    ministryHead: await office.officer('MOI', 'head'),
  };
  const unit = (code: string) => office.centres.get(code)!.id;
  const publish = (
    kind: PaperKind,
    period: Period = 'year',
    by: Officer = people.planner,
    unitCode = 'TH-50',
  ) =>
    app.disclosure.publish(by.signedIn, {
      id: randomUUID(),
      unitCode,
      kind,
      fiscalYear: String(fiscalYear),
      period,
    });
  const get = (file: string, unitCode = 'TH-50') =>
    server.inject({ method: 'GET', url: `/disclosure/${unitCode}/${fiscalYear}/${file}` });
  /** Rows of every sheet of the published workbook, by the sheet's name, without the heading. */
  const sheetsOf = async (file: string, unitCode = 'TH-50'): Promise<Record<string, Cell[][]>> => {
    const answer = await get(`${file}.xlsx`, unitCode);
    if (answer.statusCode !== 200) throw new Error(`no ${file}: ${answer.statusCode}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
    return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
  };
  const onlySheet = async (file: string) => Object.values(await sheetsOf(file))[0]!;
  /** Words of the published PDF without spaces, which lines are broken at. */
  const wordsOf = async (file: string, unitCode = 'TH-50') =>
    squeezed(textOf((await get(`${file}.pdf`, unitCode)).rawPayload).join(' '));
  const close = async () => {
    await server.close();
    await office.close();
  };
  return { office, app, ...people, unit, publish, sheetsOf, onlySheet, wordsOf, close };
}

function rowsOf(sheet: ExcelJS.Worksheet): Cell[][] {
  const rows = sheet.getRows(2, Math.max(0, sheet.rowCount - 1)) ?? [];
  return rows.map((row) =>
    Array.from({ length: sheet.columnCount }, (_, at) => {
      const { value } = row.getCell(at + 1);
      return value instanceof Date ? value.toISOString().slice(0, 10) : ((value ?? '') as Cell);
    }),
  );
}

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

export function must(answer: {
  readonly ok: boolean;
  readonly code?: string;
  readonly fields?: unknown;
}): void {
  if (!answer.ok) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.fields ?? '')}`);
}
