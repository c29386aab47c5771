/** Words of the receipt. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './receipt-text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: 'Receipt',
  heading: 'We have your report',
  number: 'Case number',
  keep: 'This is your secret. Keep it before you close this page.',
  keepWhy:
    'With it you come back and talk with the officers. We have no copy and cannot recover it. One of the forms below is enough. Whoever has it can read your report: give it to nobody.',
  digits: '24 digits',
  words: '7 words',
  otherWords: 'คำไทย',
  showThai: 'แสดงคำไทย',
  showEnglish: 'Show English words',
  qr: 'QR code',
  qrHint: 'Scanning it opens the follow-up page without typing',
  comeBack: 'Or open this address:',
  copy: 'Copy the digits',
  copied: 'Copied. Paste them somewhere safe.',
  print: 'Print the receipt',
  typeBack: 'Type it back once, to be sure you kept it right',
  typeBackHint: 'The digits or the words, from what you wrote down',
  check: 'Check',
  right: 'Right. You have kept it whole.',
  another: 'That is not this receipt. Please compare it with what is shown above.',
  next: 'What happens now',
  nextSteps: [
    'Officers of the centre open and screen your report.',
    'If they need to know more, they ask on the follow-up page. Please look within two weeks, and now and then after that.',
    'When the case is closed you see the result, and can contest it once.',
  ],
  proof: 'Proof of filing',
  proofWaiting: 'Waiting for the report to enter the ledger',
  proofGood: (index, date) => `Checked: your report is entry ${index} of the ledger, filed ${date}.`,
  proofBad:
    'The proof that came back does not hold. Please keep your receipt, and tell the PACC, telephone 1206.',
  proofLater: 'The proof is not ready. You can save it later on the follow-up page.',
  proofSave: 'Save the proof (.tlog-proof)',
  proofHint: 'A small file that proves when the report was filed, without revealing what you wrote',
  done: 'Finished: clear the screen',
  follow: 'To the follow-up page',
  serverSealed:
    'This report was sent without JavaScript. Our machine sealed it on arrival, and did not keep this secret.',
};
