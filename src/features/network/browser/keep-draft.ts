/** What an officer is typing, kept sealed in the tab until it is sent: a session that ends in mid-reply loses nothing. */
import { forget, keep, recall } from './sealed-store.ts';

/**
 * Keeps the text of a field (`page` is the path, `field` its name) half a second after the last stroke.
 * Call it on every input event; empty text forgets the draft.
 */
export function keepDraft(page: string, field: string, text: string): void {
  const name = nameOf(page, field);
  clearTimeout(waiting.get(name));
  waiting.set(name, setTimeout(store, 500, name, text));
}

/** The draft of a field, or undefined. */
export function recallDraft(page: string, field: string): Promise<string | undefined> {
  return recall(nameOf(page, field));
}

/** After the text was sent. */
export function dropDraft(page: string, field: string): void {
  const name = nameOf(page, field);
  clearTimeout(waiting.get(name));
  forget(name);
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();
const nameOf = (page: string, field: string) => `draft:${page}:${field}`;

function store(name: string, text: string): void {
  if (text === '') forget(name);
  else void keep(name, text);
}
