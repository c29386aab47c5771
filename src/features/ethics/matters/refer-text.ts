/** The words of ethics matters in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './refer-text.en.ts';
import { th } from './refer-text.th.ts';

export const referText = dictionary(th, en);
