/** What is wrong with a typed receipt, in words. */
import type { ReceiptProblem } from '#platform/sealing/parse-receipt.ts';
import type { th } from '#platform/sealing/text.th.ts';
import type { MessagesOf } from '#platform/text/messages.ts';

/** `text` is the `receipt` part of the sealing messages in the page's language. */
export function receiptProblemWords(problem: ReceiptProblem, text: MessagesOf<typeof th>['receipt']): string {
  switch (problem.code) {
    case 'length':
      return text[problem.form](problem.found, problem.expected);
    case 'unknown-word':
      return text['unknown-word'](problem.word, problem.position, problem.suggestions);
    default:
      return text[problem.code];
  }
}
