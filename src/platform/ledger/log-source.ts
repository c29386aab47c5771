/** Where a log to be verified is read from: a running installation over HTTP, or an exported folder. */
import { type TileSpan, tilePath } from './tiles.ts';

/** Brings the resources of a log by their path under its prefix: `checkpoint`, `vkey`, `tile/0/000`. */
export type LogSource = {
  /** As the auditor named it. */
  readonly name: string;
  /** The bytes at the path, or undefined where there is none. Any other failure is thrown. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** The opened entries, one JSON line each; undefined where they are not given out, as over HTTP. */
  readonly openedEntries: () => AsyncIterable<string> | undefined;
};

/** Name of the file with the opened entries in an exported folder. */
export const OPENED_ENTRIES = 'entries.jsonl';

const PATIENCE_MS = 30_000;

/** The log at a web address: the site's, or that of its `/ledger`. */
export function httpSource(address: string, fetchLike: typeof fetch = fetch): LogSource {
  const given = address.replace(/\/+$/, '');
  const base = given.endsWith('/ledger') ? given : `${given}/ledger`;
  return {
    name: address,
    read: async (path) => {
      const answer = await fetchLike(`${base}/${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      if (answer.status === 404) return undefined;
      throw new Error(`${base}/${path} answered ${answer.status}`);
    },
    openedEntries: () => undefined,
  };
}

/** Whether an address is this machine itself, where one trial installation follows another. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

/** A tile or bundle as wide as asked; where only the full one is kept any more, as the standard allows, that. */
export async function readTile(source: LogSource, span: TileSpan): Promise<Uint8Array | undefined> {
  return (await source.read(tilePath(span))) ?? (await source.read(tilePath({ ...span, width: 256 })));
}
