/** A photograph as a telephone makes it: a real JPEG that carries place, time and camera in its EXIF segment. */
import type { Browser } from 'playwright-core';

/** What the segment says, so that a test can look for it. */
export const hiddenInPhoto = 'Canon EOS 7D 18.7883N 98.9853E';

/** Draws a picture in a browser and puts an EXIF segment in front of its first own one. */
export async function takePhoto(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 240;
    const brush = canvas.getContext('2d')!;
    brush.fillStyle = '#6b7f8c';
    brush.fillRect(0, 0, 320, 240);
    brush.fillStyle = '#c9bfa5';
    brush.fillRect(20, 120, 280, 40);
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  await page.close();
  const jpeg = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(), jpeg.subarray(2)]);
}

/** APP1: "Exif", a little-endian TIFF header, and one tag (0x010F, maker of the camera) that holds the text. */
function exifSegment(): Buffer {
  const text = Buffer.from(`${hiddenInPhoto}\0`, 'latin1');
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(text.length, 14);
  tiff.writeUInt32LE(26, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
