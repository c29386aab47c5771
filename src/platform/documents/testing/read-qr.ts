/** Reads QR codes off a paper as a telephone does: from the page as pixels. Needs poppler. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

/** In points from the left and from the top of the first page. */
type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};
const dotsPerInch = 200;
const rasterizer = 'pdftoppm';

/** What the codes in a part of the first page say. */
export async function qrTextsOf(paper: Uint8Array, { left, top, width, height }: Area): Promise<string[]> {
  const dots = (points: number) => String(Math.round((points / 72) * dotsPerInch));
  const place = ['-x', dots(left), '-y', dots(top), '-W', dots(width), '-H', dots(height)];
  const page = ['-f', '1', '-l', '1', '-r', String(dotsPerInch)];
  const picture = execFileSync(rasterizer, ['-png', ...page, ...place, '-'], {
    input: paper,
    maxBuffer: 64 * 1024 * 1024,
  });
  const { buffer, byteOffset, byteLength } = readFileSync(wasm);
  prepareZXingModule({
    overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer },
  });
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
