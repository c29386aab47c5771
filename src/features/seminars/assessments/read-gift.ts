/** Reads GIFT, our own and Moodle's, for the five kinds that the bank has. Every question stands for itself: one wrong does not stop the others. */
import { fromLanguages, placesOf, unescaped } from './gift-text.ts';
import type { Difficulty, Draft, DraftOptions } from './question.ts';

export type GiftProblem = 'no-answers' | 'kind-not-supported' | 'pair-broken';
export type Read = {
  /** Line of the file, counted from 1, on which the question begins. */
  readonly line: number;
  readonly read:
    | { readonly ok: true; readonly draft: Draft }
    | { readonly ok: false; readonly problem: GiftProblem };
};

type Block = { readonly line: number; readonly comments: string; readonly text: string };

/** What tags leave out: `fallback`'s competencies, and medium difficulty. */
export function readGift(file: string, fallback: readonly string[] = []): readonly Read[] {
  return blocksOf(file.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')).map(({ line, comments, text }) => {
    const options = readBlock(text);
    if (typeof options === 'string') return { line, read: { ok: false, problem: options } };
    const tags = [...comments.matchAll(/\[tag:([^[\]\n]{1,60})\]/g)].map((found) => found[1]!.trim());
    const difficulty = tags.map((tag) => /^difficulty-([123])$/.exec(tag)?.[1]).find(Boolean);
    const competencies = tags.filter((tag) => /^[A-Z][A-Z0-9]{0,7}$/.test(tag));
    const draft = {
      ...options,
      competencies: competencies.length > 0 ? competencies : fallback,
      difficulty: Number(difficulty ?? 2) as Difficulty,
    };
    return { line, read: { ok: true, draft } };
  });
}

/** Questions are parted by empty lines; a line that begins with // is a comment, one with $ a category of Moodle's. */
function blocksOf(file: string): readonly Block[] {
  const blocks: Block[] = [];
  let comments: string[] = [];
  let lines: string[] = [];
  let first = 0;
  const close = () => {
    if (lines.length > 0) {
      blocks.push({ line: first, comments: comments.join('\n'), text: lines.join('\n') });
      comments = [];
    }
    lines = [];
  };
  for (const [at, line] of file.split('\n').entries()) {
    if (line.trim() === '') close();
    else if (lines.length === 0 && /^\s*\/\//.test(line)) comments.push(line);
    else if (lines.length === 0 && line.startsWith('$')) continue;
    else {
      if (lines.length === 0) first = at + 1;
      lines.push(line);
    }
  }
  close();
  return blocks;
}

function readBlock(text: string): ({ stem: Draft['stem'] } & DraftOptions) | GiftProblem {
  const open = placesOf(text, /\{/)[0];
  const close = placesOf(text, /\}/).at(-1);
  if (open === undefined || close === undefined || close < open) return 'no-answers';
  // Text after the braces is Moodle's "missing word", which has no place of its own here.
  if (text.slice(close + 1).trim() !== '') return 'kind-not-supported';
  const stem = fromLanguages(unescaped(withoutTitle(text.slice(0, open))).trim());
  const options = readAnswers(text.slice(open + 1, close));
  return typeof options === 'string' ? options : { stem, ...options };
}

const withoutTitle = (text: string) =>
  text
    .trim()
    .replace(/^::(?:\\[\s\S]|[^\\:]|:(?!:))*::/, '')
    .replace(/^\s*\[(?:html|moodle|plain|markdown)\]/, '');

function readAnswers(inside: string): DraftOptions | GiftProblem {
  const text = inside.trim();
  if (text.startsWith('>')) {
    const items = text
      .split('\n')
      .slice(1)
      .filter((line) => line.trim() !== '');
    return { kind: 'ordering', items: items.map((line) => fromLanguages(unescaped(line).trim())) };
  }
  const starts = placesOf(text, /[=~]/);
  // Nothing at all is an essay; # a number; T and F true or false.
  if (starts.length === 0 || starts[0] !== 0 || text.startsWith('#')) return 'kind-not-supported';
  const answers = starts.map((from, at) => withoutFeedback(text.slice(from, starts[at + 1])));
  const isRight = answers.map((answer) => answer.startsWith('='));
  if (isRight.every(Boolean)) {
    const pairs = answers.map(pairOf);
    if (pairs.every((pair) => pair === undefined))
      return { kind: 'short', accepted: answers.map((answer) => unescaped(weightless(answer)).trim()) };
    if (pairs.some((pair) => pair === undefined)) return 'pair-broken';
    const part = (raw: string) => fromLanguages(unescaped(raw).trim());
    return {
      kind: 'matching',
      pairs: pairs.map((pair) => ({ left: part(pair![0]), right: part(pair![1]) })),
    };
  }
  const choices = answers.map((answer) => ({
    ...fromLanguages(unescaped(weightless(answer)).trim()),
    isRight: answer.startsWith('=') || Number(weightOf(answer) ?? 0) > 0,
  }));
  const isMultiple = answers.some((answer) => answer.startsWith('~') && weightOf(answer) !== undefined);
  return { kind: isMultiple ? 'multiple' : 'single', choices };
}

/** Both sides of `=left -> right`. */
function pairOf(answer: string): readonly [string, string] | undefined {
  const at = answer.indexOf('->');
  return at < 0 ? undefined : [answer.slice(1, at), answer.slice(at + 2)];
}

const weightOf = (answer: string) => /^[=~]\s*%(-?[\d.]+)%/.exec(answer)?.[1];
const weightless = (answer: string) => answer.replace(/^[=~]\s*(?:%-?[\d.]+%)?/, '');

/** What Moodle tells after a choice is not kept. */
function withoutFeedback(answer: string): string {
  const at = placesOf(answer, /#/)[0];
  return (at === undefined ? answer : answer.slice(0, at)).trim();
}
