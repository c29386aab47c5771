/** The dictionary of the survey. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const surveyText = dictionary(th, en);
