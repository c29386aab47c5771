/** A QR code as one SVG path; drawn on the server, so that pages carry no code for it. */
import { encode } from 'uqr';

export type QrPicture = { readonly size: number; readonly path: string };

/** A square of `size` modules with the quiet zone, and the path of its dark ones, one unit each. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
