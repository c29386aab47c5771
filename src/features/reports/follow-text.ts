/** The words of the follow-up page in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './follow-text.en.ts';
import { th } from './follow-text.th.ts';

export const followText = dictionary(th, en);
