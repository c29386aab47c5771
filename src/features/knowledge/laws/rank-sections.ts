// Which of the candidates answers best. A statute says early what a section is about, names an offence where it defines
// it, and is cited where it matters; a section that only mentions the words comes after. Pure.
import type { Query } from './read-query.ts';
import type { Candidate, MeantToken, Retrieved } from './search.queries.ts';

export type Ranked = Candidate & { readonly score: number };

/** Characters at the start of a section that tell what it is about. */
const OPENING = 80;

/** Best first; of equals the one that stands first in its law. */
export function rankSections({ candidates, meant, total }: Retrieved, query: Query): Ranked[] {
  const groups = [...Map.groupBy(meant, ({ grp }) => grp).values()];
  return candidates
    .map((candidate, place) => ({ ...candidate, place, score: score(candidate, groups, total, query) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

function score(section: Candidate, groups: readonly MeantToken[][], total: number, query: Query): number {
  const flat = section.text.replace(/\s/g, '');
  const held = new Set(section.held);
  let sum = 0;
  let met = 0;
  for (const group of groups) {
    const [best, importance] = bestOf(
      section,
      flat,
      group.filter(({ token }) => held.has(token)),
      total,
    );
    sum += best;
    met += importance;
  }
  const all = groups.reduce((whole, group) => whole + weightOf(group, total), 0);
  const coverage = all === 0 ? 1 : met / all;
  let value = sum * coverage ** 1.5 * sayingJustThat(flat, query.phrase);
  value *= 1 + 0.1 * Math.log(1 + section.citing);
  if (/\D/.test(section.number)) value *= 0.95;
  if (query.laws.includes(section.code)) value *= 1.4;
  if (section.repealed) value *= 0.2;
  return value + numberAsked(section, groups);
}

/** How well one word of the query is met, and how much of its weight counts as met. */
function bestOf(
  section: Candidate,
  flat: string,
  group: readonly MeantToken[],
  total: number,
): [number, number] {
  let best = 0;
  let met = 0;
  for (const { token, sure, sections } of group) {
    const weight = Math.log(1 + total / Math.max(1, sections)) * sure;
    const isWord = !token.includes(':');
    const times = isWord ? flat.split(token).length - 1 : 1;
    const inHeading = isWord && (section.heading?.replace(/\s/g, '').includes(token) ?? false);
    const spread = 0.5 + 0.5 * Math.min(3, section.words / 90);
    const often = times / (times + 0.6 * spread);
    const early = isWord && flat.slice(0, OPENING).includes(token) ? 0.65 : 0;
    const named =
      isWord && new RegExp(`(?:ผู้นั้น|ผู้กระทำ)กระทำความผิดฐาน[ก-๎]{0,12}${literal(token)}`).test(flat) ? 1 : 0;
    best = Math.max(best, weight * ((times > 0 ? often : 0.1) + early + named + (inHeading ? 0.2 : 0)));
    met = Math.max(met, weight * (times > 0 || inHeading ? 1 : 0.5));
  }
  return [best, met];
}

function weightOf(group: readonly MeantToken[], total: number): number {
  return Math.max(...group.map(({ sure, sections }) => sure * Math.log(1 + total / Math.max(1, sections))));
}

/** The very words of the query, better at the start. */
function sayingJustThat(flat: string, phrase: string): number {
  if (phrase.length < 4) return 1;
  const at = flat.indexOf(phrase);
  if (at < 0) return 1;
  return at < OPENING ? 1.75 : 1.4;
}

/** Above every score by words: the number with its law; without, codes before acts, and the law whose name was said. */
function numberAsked({ named, kind, title, citing }: Candidate, groups: readonly MeantToken[][]): number {
  if (named === 2) return 10_000;
  if (named === 0) return 0;
  const spoken = groups.filter((group) =>
    group.some(({ token, sure }) => sure === 1 && title.includes(token)),
  ).length;
  return 1000 + spoken * 400 + (kind === 'code' ? 200 : 0) + Math.min(citing, 50);
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
