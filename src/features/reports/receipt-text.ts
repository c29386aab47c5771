/** The words of the receipt in the language asked for. */
import { dictionary } from '#platform/text/messages.ts';
import { en } from './receipt-text.en.ts';
import { th } from './receipt-text.th.ts';

export const receiptText = dictionary(th, en);
