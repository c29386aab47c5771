/** Marks an answer: a share of the question's point, from 0 to 1. Pure; the same answer has the same mark everywhere. */
import { plain } from './draft-rules.ts';
import type { Answer, Key } from './question.ts';

/**
 * One right: all or nothing. Several right: each right choice earns its part, each wrong one costs as much, never below
 * 0, so that choosing everything earns nothing more than knowing. Matching and ordering: the part that is in its place.
 */
export function markOf(key: Key, answer: Answer | undefined): number {
  if (!answer || answer.kind !== key.kind) return 0;
  switch (key.kind) {
    case 'single':
      return answer.kind === 'single' && answer.chosen === key.right ? 1 : 0;
    case 'multiple': {
      const chosen = new Set(answer.kind === 'multiple' ? answer.chosen : []);
      const hits = key.right.filter((at) => chosen.has(at)).length;
      return Math.max(0, (2 * hits - chosen.size) / key.right.length);
    }
    case 'matching': {
      const pairs = answer.kind === 'matching' ? answer.pairs : [];
      return shareOf(key.pairs, (right, at) => pairs[at] === right);
    }
    case 'ordering': {
      const places = answer.kind === 'ordering' ? answer.places : [];
      return shareOf(key.order, (item, place) => places[item] === place);
    }
    case 'short': {
      const text = answer.kind === 'short' ? plain(answer.text) : '';
      return text !== '' && key.accepted.some((accepted) => plain(accepted) === text) ? 1 : 0;
    }
  }
}

const shareOf = (of: readonly number[], isRight: (value: number, at: number) => boolean) =>
  of.filter(isRight).length / of.length;

/** Whether anything was answered at all; an empty field is nothing. */
export function isAnswered(answer: Answer | undefined): boolean {
  switch (answer?.kind) {
    case undefined:
      return false;
    case 'single':
      return true;
    case 'multiple':
      return answer.chosen.length > 0;
    case 'matching':
      return answer.pairs.some((place) => place !== null);
    case 'ordering':
      return answer.places.some((place) => place !== null);
    case 'short':
      return answer.text.trim() !== '';
  }
}

/** The answer that earns everything. */
export function rightAnswer(key: Key): Answer {
  switch (key.kind) {
    case 'single':
      return { kind: 'single', chosen: key.right };
    case 'multiple':
      return { kind: 'multiple', chosen: key.right };
    case 'matching':
      return { kind: 'matching', pairs: key.pairs };
    case 'ordering':
      return { kind: 'ordering', places: key.order.map((_, item) => key.order.indexOf(item)) };
    case 'short':
      return { kind: 'short', text: key.accepted[0]! };
  }
}
