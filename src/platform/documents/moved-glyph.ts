// A glyph drawn at the same place but begun elsewhere. A font sets a mark by an offset to the right, often beyond where
// the next letter begins; programs that put text in the order of its places then read อยูใ่น for อยู่ใน. A mark whose
// outline is moved instead begins before the next letter and is read in its turn.

type Command = { readonly command: string; readonly args: readonly number[] };
export type Outline = { readonly commands: readonly Command[] };

const ON_CURVE = 1;

/** The outline `right` units further, as an entry of the table `glyf` (OpenType 1.9, simple glyph). */
export function movedGlyph(outline: Outline, right: number): Buffer {
  const points: { x: number; y: number; on: boolean }[] = [];
  const ends: number[] = [];
  for (const { command, args } of outline.commands) {
    for (let at = 0; at < args.length; at += 2) {
      const on = !(command === 'quadraticCurveTo' && at === 0);
      points.push({ x: Math.round(args[at]! + right), y: Math.round(args[at + 1]!), on });
    }
    if (command === 'closePath') ends.push(points.length - 1);
  }
  const size = 10 + 2 * ends.length + 2 + points.length * 5;
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  const word = (value: number) => {
    at = bytes.writeInt16BE(value, at);
  };
  word(ends.length);
  for (const bound of [Math.min, Math.max])
    for (const axis of ['x', 'y'] as const) word(bound(...points.map((point) => point[axis])));
  for (const end of ends) word(end);
  word(0);
  for (const { on } of points) at = bytes.writeUInt8(on ? ON_CURVE : 0, at);
  for (const axis of ['x', 'y'] as const)
    for (const [index, point] of points.entries()) word(point[axis] - (points[index - 1]?.[axis] ?? 0));
  return bytes;
}
