/** What a questionnaire must hold before it is taken into use, and its form as fields of a page. */
import type { Questionnaire, Words } from './survey.ts';

export type Parts = Pick<Questionnaire, 'indicators' | 'items' | 'choices' | 'bands'>;

/** Empty: it can be used. */
export function faults({ indicators, items, choices, bands }: Parts): readonly string[] {
  const out: string[] = [];
  if (indicators.some(({ code }) => !items.some(({ indicator }) => indicator === code))) out.push('items');
  if (indicators.length === 0) out.push('indicators');
  if (choices.filter(({ points }) => points !== undefined).length < 2) out.push('choices');
  if (!choices.some(({ points }) => points === undefined)) out.push('no-judgement');
  if (bands.length < 2) out.push('bands');
  const half = ({ th, en }: Words) => (th === '') !== (en === '');
  const words = [
    ...indicators.map(({ name }) => name),
    ...items.map(({ prompt }) => prompt),
    ...choices.map(({ label }) => label),
    ...bands.map(({ label }) => label),
  ];
  if (words.some(half)) out.push('languages');
  return out;
}

/** The next free code of a list: A1, A2, … so that codes of last year keep their meaning. */
export function nextCode(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}
