/** The words of refusals in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './problem-text.en.ts';
import { th } from './problem-text.th.ts';

export const problemsText = dictionary(th, en);
