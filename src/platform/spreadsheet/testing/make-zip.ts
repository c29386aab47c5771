/** Builds ZIPs by hand for tests: what a library would not let anybody write. */
import { crc32, deflateRawSync } from 'node:zlib';

export function makeZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const header = (signature: number, extra: number) => {
      const bytes = Buffer.alloc(30 + extra);
      bytes.writeUInt32LE(signature);
      const at = extra ? 2 : 0;
      bytes.writeUInt16LE(20, 4 + at);
      bytes.writeUInt16LE(8, 8 + at);
      bytes.writeUInt32LE(crc32(raw), 14 + at);
      bytes.writeUInt32LE(packed.length, 18 + at);
      bytes.writeUInt32LE(raw.length, 22 + at);
      bytes.writeUInt16LE(label.length, 26 + at);
      if (extra) bytes.writeUInt32LE(offset, 42);
      return bytes;
    };
    directory.push(header(0x02014b50, 16), label);
    const local = [header(0x04034b50, 0), label, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

/** A workbook of one sheet from its XML. */
export function makeWorkbook(
  sheet: string,
  parts: {
    strings?: string;
    formats?: readonly string[];
    workbook?: string;
    more?: Record<string, string | Buffer>;
  } = {},
): Buffer {
  const formats = parts.formats ?? [];
  return makeZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook>${parts.workbook ?? ''}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, at) => `<xf numFmtId="${200 + at}"/>`)
      .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${parts.strings ?? ''}</sst>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet>${sheet}</worksheet>`,
    ...parts.more,
  });
}
