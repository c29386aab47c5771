/** Reads a list of names brought as a spreadsheet: which column is what, and what is wrong with each row. No I/O. */
import { createHash } from 'node:crypto';
import type { Centre } from '#features/network/index.ts';
import { type ImportField, type ImportRow, importFields } from './import-fields.ts';
import { findCentre } from './quota-rules.ts';

/** Words by which the head of a column is known, in both languages. */
const heads: Record<ImportField, RegExp> = {
  centre: /^(?:ศูนย์|หน่วยงาน|จังหวัด|สังกัด|รหัสศูนย์|centre|center|office|province|unit)/i,
  kind: /^(?:ประเภท|kind|seat)/i,
  prefix: /^(?:คำนำหน้า|ยศ|prefix|title)/i,
  name: /^(?:ชื่อ|name|full name)/i,
  position: /^(?:ตำแหน่ง|position)/i,
  email: /^(?:อีเมล|e-?mail)/i,
  phone: /^(?:โทร|เบอร์|หมายเลขโทร|phone|tel)/i,
};

/** Which field each column holds; undefined when no column is headed as a name. */
export function readHeader(header: readonly string[]): readonly (ImportField | undefined)[] | undefined {
  const taken = new Set<ImportField>();
  const columns = header.map((cell) => {
    const field = importFields.find((one) => !taken.has(one) && heads[one].test(cell.trim()));
    if (field) taken.add(field);
    return field;
  });
  return taken.has('name') ? columns : undefined;
}

export function readRows(
  columns: readonly (ImportField | undefined)[],
  rows: readonly (readonly string[])[],
): readonly ImportRow[] {
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => {
      const read = Object.fromEntries(importFields.map((field) => [field, ''])) as Record<
        ImportField,
        string
      >;
      for (const [at, field] of columns.entries()) if (field) read[field] = (row[at] ?? '').trim();
      return read;
    });
}

export type RowProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'unknown-centre'
  | 'centre-not-yours'
  | 'unknown-kind'
  | 'email-wrong'
  | 'twice-in-file'
  | 'already-named';

export type Understood = {
  readonly id: string;
  readonly unitId: number;
  readonly kind: string;
  readonly prefixTh: string;
  readonly nameTh: string;
  readonly positionTh: string;
  readonly email: string;
  readonly phone: string;
};
export type CheckedRow =
  | { readonly ok: true; readonly row: ImportRow; readonly person: Understood }
  | { readonly ok: false; readonly row: ImportRow; readonly problems: readonly RowProblem[] };

type Known = {
  readonly seminarId: string;
  readonly centres: readonly Pick<Centre, 'id' | 'code' | 'kind' | 'nameTh' | 'nameEn' | 'shortTh'>[];
  /** Centres for which the bringer may nominate; undefined for an organiser, who may for all. */
  readonly ownUnits: readonly number[] | undefined;
  readonly kinds: readonly { readonly code: string; readonly nameTh: string; readonly nameEn: string }[];
};

/**
 * Checks every row by itself. The identifier comes from who is meant, so that the same list brought twice names
 * nobody twice.
 */
export function checkRows(rows: readonly ImportRow[], known: Known): readonly CheckedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const problems: RowProblem[] = [];
    const nameTh = row.name.replaceAll(/\s+/g, ' ').trim();
    if (nameTh.length < 2) problems.push('name-missing');
    if (nameTh.length > 200) problems.push('name-too-long');
    const only = known.ownUnits?.length === 1 ? known.ownUnits[0] : undefined;
    const unitId = row.centre === '' ? only : findCentre(known.centres, row.centre)?.id;
    if (unitId === undefined) problems.push('unknown-centre');
    else if (known.ownUnits && !known.ownUnits.includes(unitId)) problems.push('centre-not-yours');
    const wanted = row.kind.trim().toLowerCase();
    const kind =
      wanted === ''
        ? known.kinds[0]
        : known.kinds.find(({ code, nameTh: th, nameEn }) =>
            [code, th, nameEn].some((word) => word.toLowerCase() === wanted),
          );
    if (!kind) problems.push('unknown-kind');
    const email = row.email.trim().toLowerCase();
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) problems.push('email-wrong');
    const who = `${unitId} ${email || nameTh}`;
    if (seen.has(who)) problems.push('twice-in-file');
    seen.add(who);
    if (problems.length > 0 || unitId === undefined || !kind) return { ok: false, row, problems };
    return {
      ok: true,
      row,
      person: {
        id: idOf(known.seminarId, who),
        unitId,
        kind: kind.code,
        prefixTh: row.prefix.slice(0, 60),
        nameTh,
        positionTh: row.position.slice(0, 200),
        email,
        phone: row.phone.slice(0, 40),
      },
    };
  });
}

/** A version-8 UUID (RFC 9562) from the seminar and who is meant. */
export function idOf(seminarId: string, who: string): string {
  const hash = createHash('sha256').update(`nomination ${seminarId} ${who}`).digest('hex');
  const variant = ((Number.parseInt(hash[16]!, 16) & 3) | 8).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
