// Where somebody signs: room for the hand, the name in brackets, the position, in the right half of the paper.
import type { Signer } from './blocks.ts';
import { textStrips } from './flow-text.ts';
import { BODY_SIZE, cm, LEADING, SPACE_BEFORE } from './measures.ts';
import { printable } from './printable.ts';
import type { Strip } from './strips.ts';

const WIDTH = cm(9);
/** The name stands on the fourth line below the text, as the rules ask. */
const LINES_FOR_THE_HAND = 3;
const DOTS = '.'.repeat(50);

type Box = { readonly left: number; readonly width: number };

/** All on one page; what precedes it must be kept with it by the caller. */
export function signatureStrips(
  signer: Signer,
  box: Box,
  set: (text: string) => string = printable,
): Strip[] {
  const place = signatureBox(box);
  const text = (words: string) =>
    textStrips(set(words), {
      ...place,
      size: BODY_SIZE,
      align: 'center',
      keepWithNext: true,
      tag: { type: 'P' },
    });
  const strips: Strip[] = [
    { height: BODY_SIZE * LEADING * LINES_FOR_THE_HAND, keepWithNext: true, draw: () => {} },
    ...text(`(${signer.name ?? DOTS})`),
    ...(signer.position ? text(signer.position) : []),
  ];
  return strips.map((strip, at) => (at === strips.length - 1 ? { ...strip, keepWithNext: false } : strip));
}

/** A line centred over the signature, such as the close of a letter. */
export function overSignature(words: string, box: Box, set: (text: string) => string = printable): Strip[] {
  return textStrips(set(words), {
    ...signatureBox(box),
    size: BODY_SIZE,
    align: 'center',
    before: 2 * SPACE_BEFORE,
    keepWithNext: true,
    tag: { type: 'P' },
  });
}

function signatureBox({ left, width }: Box): Box {
  const wide = Math.min(WIDTH, width);
  return { left: left + width - wide, width: wide };
}

/** The last lines of the body stand with the signature: a signature alone on a page could be put under any text. */
export function keepTogether(body: readonly Strip[]): Strip[] {
  return body.map((strip, at) => (at >= body.length - 2 ? { ...strip, keepWithNext: true } : strip));
}
