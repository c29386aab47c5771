/** A drawn box with a ribbon, as the photo of an invented gift: a PNG made here, so that no picture has to be shipped. */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];

const wide = 480;
const high = 360;

export function giftPicture([red, green, blue]: Colour): Buffer {
  const rows = Buffer.alloc(high * (1 + wide * 3));
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const at = y * (1 + wide * 3) + 1 + x * 3;
      rows.set(colourAt(x, y, [red, green, blue]), at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number, box: Colour): Colour {
  const shade = (colour: Colour, share: number) => colour.map((part) => Math.round(part * share)) as never;
  const inBox = x > 110 && x < 370 && y > 140 && y < 310;
  const inLid = x > 95 && x < 385 && y > 105 && y <= 145;
  const inRibbon = Math.abs(x - 240) < 20 && (inBox || inLid);
  const inBow =
    (x - 205) ** 2 / 42 ** 2 + (y - 84) ** 2 / 24 ** 2 < 1 ||
    (x - 275) ** 2 / 42 ** 2 + (y - 84) ** 2 / 24 ** 2 < 1;
  if (inRibbon || inBow) return [232, 196, 110];
  if (inLid) return box;
  if (inBox) return shade(box, 0.82);
  return y > 290 ? [206, 198, 184] : shade([238, 234, 226], 1 - y / 3000);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
