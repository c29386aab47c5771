/** The words of honours in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const honoursText = dictionary(th, en);
