/** The one thing of EXIF a picture is wrong without: which way is up (EXIF 3.0, tag 0x0112). */

const ORIENTATION = 0x0112;
const SHORT = 3;

/** 1 to 8 from a TIFF structure; 1 (as stored) when there is none or it cannot be read. Never throws. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 8) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return view.getUint16(at + 2, little) === SHORT && value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A TIFF structure of 26 bytes with the orientation and nothing else. */
export function tiffWithOrientation(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d); // big-endian
  view.setUint16(2, 42);
  view.setUint32(4, 8); // the first directory follows
  view.setUint16(8, 1); // with one entry
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff; // the last four bytes, zero, say that no directory follows
}
