// Compares two wordings of a section word by word, with the words of our own segmenter, since Thai has no spaces to go by.
import { segment } from '#platform/text/segment.ts';
import type { WordTrie } from '#platform/text/word-trie.ts';

export type Change = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Beyond this many pairs of words the middle is shown as removed and added as a whole. */
const MOST_PAIRS = 6_000_000;

/** The shortest way from one text to the other, as runs of kept, removed and added words. */
export function compareWordings(before: string, after: string, trie: WordTrie): Change[] {
  const a = segment(before, trie);
  const b = segment(after, trie);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const changes: Change[] = [{ kind: 'same', text: a.slice(0, start).join('') }];
  changes.push(...between(a.slice(start, a.length - end), b.slice(start, b.length - end)));
  changes.push({ kind: 'same', text: a.slice(a.length - end).join('') });
  return joinRuns(changes);
}

function between(a: readonly string[], b: readonly string[]): Change[] {
  const whole: Change[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ];
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_PAIRS) return whole;
  // Longest common subsequence, lengths from the end.
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i]! });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j === b.length || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      changes.push({ kind: 'removed', text: a[i++]! });
    } else changes.push({ kind: 'added', text: b[j++]! });
  }
  return changes;
}

/** Joins neighbours of one kind; between two changes, removed words come before added ones. */
function joinRuns(changes: readonly Change[]): Change[] {
  const runs: Change[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') runs.push({ kind: 'removed', text: removed });
    if (added !== '') runs.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const { kind, text } of changes) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    // A lone space between two changes reads better inside them.
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind, text: last.text + text };
      else runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}
