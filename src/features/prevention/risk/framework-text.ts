/** The words of the settings page of frameworks in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './framework-text.en.ts';
import { th } from './framework-text.th.ts';

export const frameworkText = dictionary(th, en);
