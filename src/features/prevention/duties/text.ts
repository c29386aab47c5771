/** The dictionary of the yearly calendar. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const dutiesText = dictionary(th, en);
