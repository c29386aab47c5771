/** Takes single files out of a ZIP within a limit, whatever the ZIP claims about their size. */
import { inflateRawSync } from 'node:zlib';

/** `limit` counts what is unpacked over all calls; an archive that says little and unpacks much ends there. */
export type Unzipped = {
  readonly names: ReadonlySet<string>;
  readonly read: (name: string) => string | undefined;
};

export class ZipTooLarge extends Error {}
export class ZipDamaged extends Error {}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** A workbook has a dozen parts and one for each sheet and picture. */
const mostEntries = 4_000;

/** @throws ZipTooLarge, ZipDamaged from this and from `read` */
export function openZip(bytes: Buffer, limit: number): Unzipped {
  const entries = readDirectory(bytes);
  let left = limit;
  return {
    names: new Set(entries.keys()),
    read: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = unpack(bytes, entry, left);
      left -= content.length;
      return content.toString('utf8').replace(/^\ufeff/, '');
    },
  };
}

type Entry = { method: number; size: number; offset: number };

function readDirectory(bytes: Buffer): Map<string, Entry> {
  // The end record is 22 bytes and a comment of up to 65,535.
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && bytes.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < lowest) throw new ZipDamaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new ZipTooLarge();
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new ZipDamaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, size, offset }: Entry, limit: number): Buffer {
  if (limit <= 0) throw new ZipTooLarge();
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature) throw new ZipDamaged();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === 0) {
    if (packed.length > limit) throw new ZipTooLarge();
    return packed;
  }
  if (method !== 8) throw new ZipDamaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? new ZipTooLarge() : new ZipDamaged();
  }
}
