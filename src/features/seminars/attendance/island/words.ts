/** The words of the page at the door, and how its sessions are called. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const doorText = dictionary(th, en);
