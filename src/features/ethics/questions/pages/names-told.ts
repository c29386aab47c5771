/** Names and contacts that stand in a conversation, as the officer's browser has opened it. */
import type { OpenedCase } from '#features/cases/browser/index.ts';
import { namesIn } from '../persons-in.ts';

export function namesToldIn({ dialogue }: OpenedCase): readonly string[] {
  return dialogue.flatMap(({ body }) => {
    if (!body) return [];
    if (body.type !== 'report') return 'text' in body ? namesIn(body.text) : [];
    if (!('happened' in body)) return [];
    return [body.name, body.contact, ...namesIn(`${body.about}\n${body.happened}\n${body.place}`)].filter(
      (name) => name !== '',
    );
  });
}
