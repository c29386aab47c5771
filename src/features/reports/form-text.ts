/** The words of the report form in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './form-text.en.ts';
import { th } from './form-text.th.ts';

export const formText = dictionary(th, en);
