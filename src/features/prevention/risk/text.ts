/** The words of risk maps in the language asked for. */
import { dictionary, type MessagesIn } from '#platform/text/messages.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';

export const riskText = dictionary(th, en);
export type RiskText = MessagesIn<typeof riskText>;
