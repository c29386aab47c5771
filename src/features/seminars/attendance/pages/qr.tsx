/** A QR code, always dark on white, whatever the scheme of the page. */
import type { QrPicture } from '../qr-picture.ts';

type QrProps = { readonly picture: QrPicture; readonly label: string; readonly side: number };

export function Qr({ picture: { size, path }, label, side }: QrProps) {
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={side}
      height={side}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
