// The room of the state emblem. The Garuda may be used by state offices only and no drawing of it is ours to give, so
// the room stays empty until the ministry places its own file (setting EMBLEM_FILE, see docs/operations.md).
import type { Canvas } from './canvas.ts';

/** A PNG or JPEG, or the paths of an SVG in its own units. */
export type Emblem =
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | {
      readonly kind: 'paths';
      readonly paths: readonly string[];
      readonly width: number;
      readonly height: number;
    };

let placed: Emblem | undefined;

/** Called once at the start of the program; papers made afterwards carry the emblem. */
export function placeEmblem(emblem: Emblem | undefined): void {
  placed = emblem;
}

/** `height` in points, `left` the left edge or with `centred` the middle. Returns whether there is one to draw. */
export function drawEmblem(
  canvas: Canvas,
  left: number,
  top: number,
  height: number,
  centred = false,
): boolean {
  const emblem = placed;
  if (!emblem) return false;
  const width = (emblem.width / emblem.height) * height;
  const x = centred ? left - width / 2 : left;
  canvas.artifact(() => {
    if (emblem.kind === 'image') return canvas.image(emblem.bytes, x, top, height);
    for (const path of emblem.paths) canvas.path(path, x, top, height / emblem.height, '#000000');
  });
  return true;
}

export type EmblemRefusal = { readonly ok: false; readonly code: 'not-a-picture' };

/** Reads a PNG, or an SVG whose drawing is paths without transforms (as drawing programs export plain shapes). */
export function readEmblem(
  bytes: Uint8Array,
): { readonly ok: true; readonly emblem: Emblem } | EmblemRefusal {
  const data = Buffer.from(bytes);
  if (data.length > 24 && data.readUInt32BE(0) === 0x8950_4e47) {
    const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
    return { ok: true, emblem: { kind: 'image', bytes, width, height } };
  }
  const text = data.toString('utf8');
  const box = /<svg[^>]*\sviewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(text);
  const paths = [...text.matchAll(/<path[^>]*\sd="([^"]+)"/g)].map((match) => match[1]!);
  if (!box || paths.length === 0 || /\stransform=/.test(text)) return { ok: false, code: 'not-a-picture' };
  return { ok: true, emblem: { kind: 'paths', paths, width: Number(box[1]), height: Number(box[2]) } };
}
