/** Names of bodies and their centres in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './office-text.en.ts';
import { th } from './office-text.th.ts';

export const officeText = dictionary(th, en);
