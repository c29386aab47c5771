/** Takes out of a photo what tells on the one who took it: place, device, time, author, thumbnails, trailers. */
import { jpegWithoutMetadata } from './metadata-jpeg.ts';
import { pngWithoutMetadata } from './metadata-png.ts';
import { isWebp, webpWithoutMetadata } from './metadata-webp.ts';

export interface StrippedImage {
  readonly bytes: Uint8Array;
  /** True when something was taken out. */
  readonly removed: boolean;
  /** `other` comes back untouched: the page must say that nothing was removed. */
  readonly kind: 'jpeg' | 'png' | 'webp' | 'other';
}

/**
 * Removes EXIF, XMP, IPTC, comments, thumbnails, maker notes, times and whatever follows the end of a JPEG,
 * PNG or WebP. The picture itself is not decoded. Kept: what is needed to draw it, the colour profile, the
 * resolution, and the orientation, which is written into a new EXIF that holds nothing else.
 *
 * The kind is told by the first bytes, not by name or type. What a picture shows, and the marks of a
 * sensor in its pixels, stay. Error `malformed-image` when a picture is cut or garbled: then nothing
 * can be promised.
 */
export function withoutMetadata(bytes: Uint8Array): StrippedImage {
  const kind = kindOf(bytes);
  if (kind === 'other') return { bytes, removed: false, kind };
  const stripped = without[kind](bytes);
  return { bytes: stripped, removed: !sameBytes(stripped, bytes), kind };
}

const without = { jpeg: jpegWithoutMetadata, png: pngWithoutMetadata, webp: webpWithoutMetadata };

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function kindOf(bytes: Uint8Array): StrippedImage['kind'] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (isWebp(bytes)) return 'webp';
  return PNG_SIGNATURE.every((byte, at) => bytes[at] === byte) ? 'png' : 'other';
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
