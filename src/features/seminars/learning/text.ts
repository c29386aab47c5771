/** The dictionaries of evaluation and learning joined. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const learningText = dictionary(th, en);
