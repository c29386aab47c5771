/** What a workbook says of itself: where its first visible sheet lies, its shared texts, how its numbers are shown. */
import { cellText, longestText } from './cell-text.ts';
import { kindOfFormat, type NumberKind } from './number-text.ts';
import { type Unzipped, ZipTooLarge } from './unzip.ts';
import { readXml } from './xml-events.ts';

export type Book = {
  readonly sheetPath: string;
  readonly strings: readonly string[];
  /** By the number of the cell's style. */
  readonly formats: readonly NumberKind[];
  readonly is1904: boolean;
};

/** Undefined when no sheet can be found. */
export function readBook(zip: Unzipped): Book | undefined {
  let sheet: string | undefined;
  let is1904 = false;
  readXml(zip.read('xl/workbook.xml') ?? '', {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name === 'sheet' && sheet === undefined && (attribute('state') ?? 'visible') === 'visible')
        sheet = attribute('r:id') ?? attribute('[a-z]\\w*:id');
    },
  });
  const sheetPath = sheet === undefined ? undefined : targetOf(zip, sheet);
  if (sheetPath === undefined) return undefined;
  return { sheetPath, strings: readStrings(zip), formats: readFormats(zip), is1904 };
}

function targetOf(zip: Unzipped, id: string): string | undefined {
  let target: string | undefined;
  readXml(zip.read('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, attribute) => {
      if (name === 'Relationship' && attribute('Id') === id) target = attribute('Target');
    },
  });
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
}

/**
 * Rich text is the text of its runs; readings of Asian characters (rPh) are no part of it. Cleaned once, here: any number
 * of cells may name one text.
 */
function readStrings(zip: Unzipped): string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isReading = false;
  readXml(zip.read('xl/sharedStrings.xml') ?? '', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 't') isText = true;
      if (name === 'rPh') isReading = true;
    },
    text: (text) => {
      if (isText && !isReading) current += text;
      if (current.length > longestText) throw new ZipTooLarge();
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') strings.push(cellText(current));
    },
  });
  return strings;
}

function readFormats(zip: Unzipped): NumberKind[] {
  const codes = new Map<number, string>();
  const kinds = new Map<number, NumberKind>();
  const formats: NumberKind[] = [];
  let inCells = false;
  readXml(zip.read('xl/styles.xml') ?? '', {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attribute('numFmtId') ?? 0);
        const kind = kinds.get(id) ?? kindOfFormat(id, codes.get(id));
        kinds.set(id, kind);
        formats.push(kind);
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
