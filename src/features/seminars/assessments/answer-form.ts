/** How answers stand in a plain form, and how they are read from one: every value is checked against the question. */
import type { Answer, Body } from './question.ts';

export type PostedFields = {
  readonly get: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
};

export const fieldName = (place: number) => `a${place}`;
export const partName = (place: number, part: number) => `a${place}-${part}`;
const longestText = 300;

/** Undefined where nothing was answered. */
export function readAnswer(body: Body, place: number, fields: PostedFields): Answer | undefined {
  const name = fieldName(place);
  const number = (text: string | undefined, below: number) =>
    text !== undefined && /^\d{1,3}$/.test(text) && Number(text) < below ? Number(text) : undefined;
  switch (body.kind) {
    case 'single': {
      const chosen = number(fields.get(name), body.choices.length);
      return chosen === undefined ? undefined : { kind: 'single', chosen };
    }
    case 'multiple': {
      const chosen = fields.all(name).flatMap((text) => number(text, body.choices.length) ?? []);
      return chosen.length === 0
        ? undefined
        : { kind: 'multiple', chosen: [...new Set(chosen)].sort((a, b) => a - b) };
    }
    case 'matching': {
      const pairs = body.left.map(
        (_, at) => number(fields.get(partName(place, at)), body.right.length) ?? null,
      );
      return pairs.every((pair) => pair === null) ? undefined : { kind: 'matching', pairs };
    }
    case 'ordering': {
      const places = body.items.map(
        (_, at) => number(fields.get(partName(place, at)), body.items.length) ?? null,
      );
      return places.every((one) => one === null) ? undefined : { kind: 'ordering', places };
    }
    case 'short': {
      const text = (fields.get(name) ?? '').trim().slice(0, longestText);
      return text === '' ? undefined : { kind: 'short', text };
    }
  }
}

/** What is kept when somebody takes an answer back: an empty one of the same kind, so that the last that arrived counts. */
export function emptyAnswer(body: Body): Answer | undefined {
  switch (body.kind) {
    case 'single':
      return undefined; // radio buttons cannot be taken back
    case 'multiple':
      return { kind: 'multiple', chosen: [] };
    case 'matching':
      return { kind: 'matching', pairs: body.left.map(() => null) };
    case 'ordering':
      return { kind: 'ordering', places: body.items.map(() => null) };
    case 'short':
      return { kind: 'short', text: '' };
  }
}
