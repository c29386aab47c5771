/** A verdict in plain words, for the command line and for pages. */
import { dictionary, type Locale, locales } from '#platform/text/messages.ts';
import type { LedgerErrorCode } from './ledger-error.ts';
import { en } from './text.en.ts';
import { th } from './text.th.ts';
import type { FilingVerdict, ProofVerdict } from './tlog-proof.ts';
import type { LogProblem, LogVerdict } from './verify-log.ts';

/** The ledger's messages by language. */
export const ledgerMessages = dictionary(th, en);

/** The verdict on a log, a sentence a line. */
export function describeLogVerdict(verdict: LogVerdict, locale: Locale): string[] {
  const text = ledgerMessages(locale);
  if (!verdict.ok) return [text.wrong, describeProblem(verdict.problem, locale), text.remedies];
  const { checkpoint, opening, seenSize, seen } = verdict;
  return [
    text.sound(checkpoint.origin, checkpoint.size),
    seenSize === undefined ? text.firstSight(seen.vkey) : text.continues(seenSize),
    opening ? text.opened(opening.opened, opening.erased) : text.withheld,
    ...(opening && opening.unexplained > 0 ? [text.unexplained(opening.unexplained)] : []),
  ];
}

/** The verdict on a proof of filing, a sentence a line. */
export function describeProofVerdict(verdict: ProofVerdict | FilingVerdict, locale: Locale): string[] {
  const text = ledgerMessages(locale);
  if (!verdict.ok) return [text.wrong, text.problems[verdict.code]];
  const { checkpoint, index } = verdict;
  return [
    text.proofSound(checkpoint.origin, index, checkpoint.size),
    ...('entry' in verdict ? [text.proofAct(verdict.entry.act, verdict.entry.at)] : []),
  ];
}

/** Why the program signs no more, in both languages, for its log. */
export function describeRefusal(code: LedgerErrorCode): string {
  return locales
    .map((locale) => `${ledgerMessages(locale).refused} ${ledgerMessages(locale).problems[code]}`)
    .join(' · ');
}

/** The first thing wrong, in one sentence. */
export function describeProblem(problem: LogProblem, locale: Locale): string {
  const { problems } = ledgerMessages(locale);
  switch (problem.code) {
    case 'shrunk':
      return problems.shrunk(problem.size, problem.seenSize);
    case 'rewritten':
      return problems.rewritten(problem.seenSize);
    case 'bundle-missing':
    case 'bundle-malformed':
    case 'tile-missing':
    case 'tile-wrong':
      return problems[problem.code](problem.path);
    case 'entry-wrong':
    case 'opened-entry-wrong':
    case 'opened-entry-missing':
    case 'opened-entry-extra':
      return problems[problem.code](problem.seq);
    case 'range-wrong':
      return problems['range-wrong'](problem.from, problem.to - 1);
    default:
      return problems[problem.code];
  }
}
