/** The receipt as a QR code: the follow-up page with the digits behind `#`, which browsers never send to a server. */
import { encode } from 'uqr';

export type QrPicture = { readonly size: number; readonly path: string };

/** A square of `size` modules and the path of its dark ones, one unit each. */
export function receiptQr(origin: string, followPath: string, digits: string): QrPicture {
  const { size, data } = encode(`${origin}${followPath}#${digits.replaceAll(' ', '')}`, {
    ecc: 'M',
    border: 2,
  });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
