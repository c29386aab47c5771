/** The opened entries of an export, compared one by one with the commitments in the tree. */
import { commitmentOf, type LedgerEntry } from './commitment.ts';
import { fromBase64, sameBytes, toBase64 } from './encoding.ts';

/** How many entries could be read, how many were erased, and how many of these without a recorded erasure. */
export type OpeningCount = { readonly opened: number; readonly erased: number; readonly unexplained: number };

/** An opened entry that is not what the tree holds. */
export type OpeningProblem = {
  readonly code: 'opened-entry-wrong' | 'opened-entry-missing' | 'opened-entry-extra';
  readonly seq: number;
};

/** One line of `entries.jsonl`; salt in Base 64, salt and entry null together once erased. */
export type OpenedLine = {
  readonly seq: number;
  readonly salt: string | null;
  readonly entry: string | null;
};

/** The act by which an erasure is itself recorded; its `facts.seq` is the position erased. */
export const ERASURE_ACT = 'ledger.entry-erased';

/** Writes one line of `entries.jsonl`. */
export function openedLine(seq: number, salt: Uint8Array | null, entry: string | null): string {
  return JSON.stringify({ seq, salt: salt && toBase64(salt), entry } satisfies OpenedLine);
}

/** Compares line after line with the commitments as they come, from position 0; remembers the first problem. */
export function openingCheck(lines: AsyncIterable<string>) {
  const iterator = lines[Symbol.asyncIterator]();
  const erased = new Set<number>();
  const explained = new Set<number>();
  let opened = 0;
  let seq = 0;
  let problem: OpeningProblem | undefined;
  let aligned = true;

  return {
    /** Compares the next entry with its commitment. */
    next: async (commitment: Uint8Array): Promise<void> => {
      const at = seq++;
      if (!aligned) return;
      const { value, done } = await iterator.next();
      const line = done ? undefined : parseLine(value);
      // Past a missing or unreadable line the rest is out of step, and would only repeat the same finding.
      if (line?.seq !== at) {
        aligned = false;
        const absent = done || (line !== undefined && line.seq > at);
        problem ??= { code: absent ? 'opened-entry-missing' : 'opened-entry-wrong', seq: at };
        return;
      }
      if (line.entry === null && line.salt === null) {
        erased.add(at);
      } else if (opens(line, commitment)) {
        opened++;
        const erasure = erasedBy(line.entry ?? '');
        if (erasure !== undefined) explained.add(erasure);
      } else {
        problem ??= { code: 'opened-entry-wrong', seq: at };
      }
    },
    /** Looks for lines past the end, and gives the result. */
    finish: async (): Promise<{ count: OpeningCount; problem: OpeningProblem | undefined }> => {
      if (aligned && !(await iterator.next()).done) problem ??= { code: 'opened-entry-extra', seq };
      await iterator.return?.();
      const unexplained = [...erased].filter((position) => !explained.has(position)).length;
      return { count: { opened, erased: erased.size, unexplained }, problem };
    },
  };
}

function opens({ salt, entry }: OpenedLine, commitment: Uint8Array): boolean {
  const bytes = salt === null ? undefined : fromBase64(salt);
  return bytes?.length === 16 && entry !== null && sameBytes(commitmentOf(entry, bytes), commitment);
}

function parseLine(text: string): OpenedLine | undefined {
  try {
    const line = JSON.parse(text) as Record<string, unknown> | null;
    const { seq, salt, entry } = line ?? {};
    const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';
    if (typeof seq === 'number' && isTextOrNull(salt) && isTextOrNull(entry)) return line as OpenedLine;
  } catch {
    // Not JSON: reported as a wrong line by the caller.
  }
  return undefined;
}

function erasedBy(entry: string): number | undefined {
  const { act, facts } = JSON.parse(entry) as LedgerEntry;
  return act === ERASURE_ACT && typeof facts?.['seq'] === 'number' ? facts['seq'] : undefined;
}
