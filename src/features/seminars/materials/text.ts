/** The dictionaries of materials joined. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const materialsText = dictionary(th, en);
