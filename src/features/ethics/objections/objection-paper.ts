/** The receipt of an objection as a PDF: time, commitment, leaf and signed head; nothing that tells whose it is. */
import type { SignedIn } from '#features/network/index.ts';
import { formatDateTime } from '#platform/calendar/formatting.ts';
import { renderReport } from '#platform/documents/index.ts';
import { commitmentOf, readEntry } from '#platform/ledger/commitment.ts';
import { leafHash } from '#platform/ledger/merkle.ts';
import { parseTlogProof } from '#platform/ledger/tlog-proof.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { proveObjection } from './read-objections.ts';
import { objectionsText } from './text.ts';

/** `pending` while the ledger is giving it a place; undefined when it is not hers to have. */
export async function objectionPaper(
  parts: Parts,
  signedIn: SignedIn,
  id: string,
  locale: Locale,
): Promise<Uint8Array | 'pending' | undefined> {
  const proof = await proveObjection(parts, signedIn, id);
  if (proof === undefined || proof === 'pending') return proof;
  const [, size, root] = parseTlogProof(proof.text).checkpoint.split('\n');
  const { paper } = objectionsText(locale);
  const { opening } = proof;
  const entry = opening && readEntry(opening.entry);
  const leaf = opening && Buffer.from(leafHash(commitmentOf(opening.entry, opening.salt))).toString('hex');
  const facts: [string, string][] = [
    [paper.id, id],
    ...(entry
      ? ([
          [paper.at, formatDateTime(new Date(entry.at), locale)],
          [paper.commitment, String(entry.facts?.['commitment'] ?? '')],
          [paper.leaf, leaf ?? ''],
        ] as [string, string][])
      : []),
    [paper.place, String(proof.seq)],
    [paper.size, size ?? ''],
    [paper.root, root ?? ''],
  ];
  return renderReport({
    title: paper.title,
    locale,
    madeAt: parts.ground.now(),
    blocks: [
      { kind: 'paragraph', text: paper.lead },
      ...facts.flatMap(([name, value]) => [
        { kind: 'heading', text: name } as const,
        { kind: 'paragraph', text: value } as const,
      ]),
      { kind: 'paragraph', text: paper.how },
    ],
  });
}
