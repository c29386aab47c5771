// Chooses, among all lines that may begin a section, the sequence that tells one consistent story: numbers rise,
// few are left out, and lines that look like sections are preferred over those that look like citations.
import type { Candidate } from './candidates.ts';
import { stepCost } from './section-number.ts';

export type Chain = { readonly members: readonly Candidate[]; readonly score: number };

/** Candidates looked back at: more than any statute cites between two of its sections. */
const LOOK_BACK = 600;

/** The sequence of the highest score; empty when there is no candidate. O(candidates × LOOK_BACK). */
export function bestChain(candidates: readonly Candidate[]): Chain {
  const first = longestBy(candidates, (candidate) => candidate.weight);
  const apart = first.members.filter((member) => member.apart).length / Math.max(1, first.members.length);
  if (first.members.length < 4 || apart < 0.8) return first;
  // This text sets its sections apart; a line that is not set apart is then less likely to be one.
  return longestBy(candidates, (candidate) => candidate.weight - (candidate.apart ? 0 : 1));
}

function longestBy(candidates: readonly Candidate[], weigh: (candidate: Candidate) => number): Chain {
  const scores: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [index, candidate] of candidates.entries()) {
    let score = -startCost(candidate.number.main);
    let from = -1;
    for (let earlier = index - 1; earlier >= Math.max(0, index - LOOK_BACK); earlier--) {
      const before = candidates[earlier]!;
      const cost = stepCost(before.until ?? before.number, candidate.number);
      if (cost === undefined) continue;
      const through = scores[earlier]! - cost;
      if (through > score) {
        score = through;
        from = earlier;
      }
    }
    scores[index] = score + weigh(candidate);
    previous[index] = from;
    if (best < 0 || scores[index]! > scores[best]!) best = index;
  }
  const members: Candidate[] = [];
  for (let at = best; at >= 0; at = previous[at]!) members.push(candidates[at]!);
  return { members: members.reverse(), score: best < 0 ? 0 : scores[best]! };
}

/** A statute begins with section 1; a book of a code may begin later. */
function startCost(main: number): number {
  return main === 1 ? 0 : Math.min(6, 2 + 0.3 * (main - 1));
}
