/** Makes a paper of a seminar as PDF from what is known at that moment. */
import type { Network, SignedIn } from '#features/network/index.ts';
import { renderLetter, renderMemo, renderReport } from '#platform/documents/index.ts';
import type { Ground } from '#platform/ground.ts';
import {
  invitationLetter,
  programmeSheet,
  quotaSheet,
  signInSheets,
  speakerLetter,
} from './compose-letters.ts';
import { approvalMemo, claimMemo, type SummaryFigures, summaryMemo } from './compose-memos.ts';
import type { PaperKind } from './paper.ts';
import { type Matter, readMatter } from './paper-matter.ts';
import type { SeminarFigures } from './seminar-figures.ts';

export type PaperParts = {
  readonly ground: Ground;
  readonly network: Network;
  readonly figures: SeminarFigures;
};

/** Undefined when there is no such seminar or speaker, or when the officer does not organise it. */
export async function makePaper(
  parts: PaperParts,
  signedIn: SignedIn,
  { seminarId, kind, speakerId }: { seminarId: string; kind: PaperKind; speakerId?: string | undefined },
): Promise<Uint8Array | undefined> {
  const matter = await readMatter(parts, signedIn, seminarId, kind);
  if (!matter) return undefined;
  if (kind === 'summary')
    return renderMemo(summaryMemo(matter, await askAll(parts.figures, signedIn, seminarId)));
  if (kind === 'speaker-invitation') {
    const letter = speakerLetter(matter, speakerId ?? '');
    return letter && renderLetter(letter);
  }
  return render[kind](matter);
}

const render: Record<
  Exclude<PaperKind, 'summary' | 'speaker-invitation'>,
  (matter: Matter) => Promise<Uint8Array>
> = {
  approval: (matter) => renderMemo(approvalMemo(matter)),
  invitation: (matter) => renderLetter(invitationLetter(matter)),
  quotas: (matter) => renderReport(quotaSheet(matter)),
  programme: (matter) => renderReport(programmeSheet(matter)),
  'sign-in': (matter) => renderReport(signInSheets(matter)),
  claim: (matter) => renderMemo(claimMemo(matter)),
};

async function askAll(
  { attendance, tests, evaluation }: SeminarFigures,
  signedIn: SignedIn,
  seminarId: string,
): Promise<SummaryFigures> {
  return {
    attendance: await attendance?.(signedIn, seminarId),
    tests: await tests?.(signedIn, seminarId),
    evaluation: await evaluation?.(signedIn, seminarId),
  };
}
