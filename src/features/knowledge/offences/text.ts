/** The words of the offence finder in the language asked for. */
import { dictionary, type MessagesIn } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const offencesText = dictionary(th, en);
export type OffencesText = MessagesIn<typeof offencesText>;
