/** Writing: an answer to the reporter, and a note among officers. */
import { claimAttachments } from '../act.queries.ts';
import type { ActOf } from '../act-input.ts';
import { type Channel, hasReporter } from '../case.ts';
import { appendNote, appendToDialogue } from './append-message.ts';
import { type Done, refuse, type Work } from './work.ts';

/**
 * Answers the reporter: stops the clock of the first answer; `asks` makes it the reporter's turn. An answer that asks
 * nothing answers advice.
 */
export async function reply(work: Work, act: ActOf<'reply'>): Promise<Done> {
  if (work.found.stage === 'MERGED') refuse('ended');
  if (!hasReporter(work.found.channel as Channel)) refuse('no-reporter');
  const { change, facts } = await appendToDialogue(work, act.message);
  const claimed = await claimAttachments(work.trx, act.attachments, work.found.id, act.message.id);
  if (claimed !== act.attachments.length) refuse('missing-attachment');
  const answers = work.found.matter === 'ethics-advice' && !act.asks && work.found.stage === 'RECEIVED';
  return {
    act: 'message.sent',
    facts: { ...facts, attachments: act.attachments.length },
    change: {
      ...change,
      awaiting: act.asks ? 'reporter' : 'nobody',
      ...(answers ? { stage: 'ANSWERED', stage_since: work.now } : {}),
    },
    ...(answers ? { toStage: 'ANSWERED' as const } : {}),
    met: answers ? ['first-answer', 'screening'] : ['first-answer'],
  };
}

/** Writes an internal note, which the reporter never sees. */
export async function writeNote(work: Work, act: ActOf<'note'>): Promise<Done> {
  const { change, facts } = await appendNote(work, act.note);
  return { act: 'note.written', facts, change };
}
