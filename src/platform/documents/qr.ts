// A QR code as vectors: it stays sharp on any printer.
import { encode } from 'uqr';
import type { Canvas } from './canvas.ts';

/** Draws `text` as a code of `side` points with the quiet zone of four modules that scanners ask for. */
export function drawQr(canvas: Canvas, text: string, left: number, top: number, side: number): void {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  canvas.path(data.flatMap(runsOf).join(''), left, top, side / size, '#000000');
}

/** Neighbouring dark modules are one box, so that no hair lines show between them. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    runs.push(`M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`);
  }
  return runs;
}
