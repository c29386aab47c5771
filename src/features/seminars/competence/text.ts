/** The dictionaries of competence joined. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const competenceText = dictionary(th, en);
