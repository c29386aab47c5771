/** A still picture of a QR code as a film (Y4M), which Chromium shows in place of a camera. */
import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const side = 640;

export function writeQrVideo(path: string, text: string): void {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const module = Math.floor(side / size);
  const light = Buffer.alloc(side * side, 235);
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries())
      if (dark)
        for (let line = 0; line < module; line++)
          light.fill(
            16,
            (y * module + line) * side + x * module,
            (y * module + line) * side + (x + 1) * module,
          );
  const colour = Buffer.alloc((side * side) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420mpeg2\n`);
  writeFileSync(path, Buffer.concat([head, frame, frame]));
}
