/** The dictionary of action plans. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const plansText = dictionary(th, en);
