/** Names of bodies and their centres as papers write them, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './office-text.th.ts';

export const en: MessagesOf<typeof th> = {
  body: (kind, name) => (kind === 'province' ? `${name} Province` : name),
  centre: (kind, name) => (kind === 'ministry' ? name : `Anti-Corruption Operation Centre, ${name}`),
};
