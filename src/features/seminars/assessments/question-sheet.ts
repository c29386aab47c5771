/**
 * Questions as a table, one a row: for offices that write them in Excel. Options stand one a line in a cell. The right
 * ones of a choice begin with `*`; pairs are parted by `->`; items of an ordering stand in the right order.
 */
import type { Difficulty, Draft, DraftOptions, Words } from './question.ts';
import { questionKinds } from './question.ts';

/** Names of columns, the same in both languages, so that a file of one office is read by every other. */
export const sheetColumns = [
  'kind',
  'competencies',
  'difficulty',
  'question_th',
  'question_en',
  'options_th',
  'options_en',
] as const;

export type SheetProblemCode = 'columns-missing' | 'kind-unknown' | 'pair-broken' | 'english-uneven';
export type SheetRead = {
  /** Row of the file, the header being row 1. */
  readonly line: number;
  readonly read:
    | { readonly ok: true; readonly draft: Draft }
    | { readonly ok: false; readonly problem: SheetProblemCode };
};

export function toRow(draft: Draft): readonly string[] {
  const options = optionsOf(draft);
  const hasEnglish = options.some(({ en }) => en !== undefined);
  return [
    draft.kind,
    draft.competencies.join(' '),
    String(draft.difficulty),
    draft.stem.th,
    draft.stem.en ?? '',
    options.map(({ th }) => oneLine(th)).join('\n'),
    hasEnglish ? options.map(({ en }) => oneLine(en ?? '')).join('\n') : '',
  ];
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function optionsOf(draft: Draft): readonly Words[] {
  switch (draft.kind) {
    case 'single':
    case 'multiple':
      return draft.choices.map(({ th, en, isRight }) => ({ th: isRight ? `* ${th}` : th, en }));
    case 'matching':
      return draft.pairs.map(({ left, right }) => ({
        th: `${left.th} -> ${right.th}`,
        en: left.en || right.en ? `${left.en ?? left.th} -> ${right.en ?? right.th}` : undefined,
      }));
    case 'ordering':
      return draft.items;
    case 'short':
      return draft.accepted.map((th) => ({ th }));
  }
}

export function readRows(rows: readonly (readonly string[])[]): readonly SheetRead[] {
  const header = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const place = new Map(sheetColumns.map((name) => [name, header.indexOf(name)]));
  if (['kind', 'competencies', 'question_th', 'options_th'].some((name) => !header.includes(name)))
    return [{ line: 1, read: { ok: false, problem: 'columns-missing' } }];
  return rows.slice(1).flatMap((row, at): readonly SheetRead[] => {
    if (row.every((cell) => cell.trim() === '')) return [];
    // Tables written here guard cells that Excel would run as a formula by an apostrophe.
    const cell = (name: (typeof sheetColumns)[number]) =>
      (row[place.get(name)!] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
    return [{ line: at + 2, read: readRow(cell) }];
  });
}

function readRow(cell: (name: (typeof sheetColumns)[number]) => string): SheetRead['read'] {
  const kind = questionKinds.find((each) => each === cell('kind').toLowerCase());
  if (!kind) return { ok: false, problem: 'kind-unknown' };
  const th = linesOf(cell('options_th'));
  const en =
    cell('options_en') === ''
      ? []
      : cell('options_en')
          .split('\n')
          .map((line) => line.trim());
  if (en.length > 0 && en.length !== th.length) return { ok: false, problem: 'english-uneven' };
  const lines = th.map((text, at) => words(text, en[at]));
  const options = readOptions(kind, lines);
  if (typeof options === 'string') return { ok: false, problem: options };
  const draft: Draft = {
    ...options,
    stem: words(cell('question_th'), cell('question_en')),
    competencies: cell('competencies')
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    difficulty: (cell('difficulty') === '' ? 2 : Number(cell('difficulty'))) as Difficulty,
  };
  return { ok: true, draft };
}

const words = (th: string, en: string | undefined): Words => (en ? { th, en } : { th });
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function readOptions(kind: Draft['kind'], lines: readonly Words[]): DraftOptions | SheetProblemCode {
  switch (kind) {
    case 'single':
    case 'multiple':
      return {
        kind,
        choices: lines.map(({ th, en }) => ({
          ...words(th.replace(/^\*\s*/, ''), en?.replace(/^\*\s*/, '')),
          isRight: th.startsWith('*'),
        })),
      };
    case 'matching': {
      const pairs = lines.map(({ th, en }) => ({ th: th.split(/\s*->\s*/), en: en?.split(/\s*->\s*/) }));
      if (pairs.some((pair) => pair.th.length !== 2 || (pair.en && pair.en.length !== 2)))
        return 'pair-broken';
      return {
        kind,
        pairs: pairs.map((pair) => ({
          left: words(pair.th[0]!, pair.en?.[0]),
          right: words(pair.th[1]!, pair.en?.[1]),
        })),
      };
    }
    case 'ordering':
      return { kind, items: lines };
    case 'short':
      return { kind, accepted: lines.map(({ th }) => th) };
  }
}
