/** Words of questions between centres, in English. */
import type { MessagesOf } from '#platform/text/messages.ts';
import type { th } from './text.th.ts';

export const en: MessagesOf<typeof th> = {
  title: (page) => `${page} · Prongsai`,
  heading: 'Questions between centres',
  lead: 'Asked once, answered for all. The ministry’s centre confirms right answers. No names and nothing secret of a matter.',
  search: 'Search questions',
  ask: 'Ask a question',
  none: 'No question fits yet',
  answers: (count) => (count === 0 ? 'No answer yet' : count === 1 ? '1 answer' : `${count} answers`),
  verified: 'Confirmed',
  topic: 'Topic',
  question: 'The question in one line',
  body: 'Details',
  send: 'Send the question',
  same: 'Is it one of these?',
  sameHint: 'Something similar was asked. If not, send yours; what you typed is still there.',
  answer: 'Answer this question',
  answerBody: 'Your answer, with the law or letter it rests on',
  sendAnswer: 'Send the answer',
  verify: 'Confirm this answer',
  done: 'Recorded.',
  problems: {
    forbidden: 'You have no role in which this is done.',
    fields: 'Please write the question and its details.',
    'too-short': 'Please write an answer.',
    'not-found': 'There is no such question or answer.',
    'own-answer': 'You cannot confirm your own answer.',
  },
};
