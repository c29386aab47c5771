/** The dictionary of disclosure. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const disclosureText = dictionary(th, en);
