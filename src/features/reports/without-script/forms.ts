/** Reads a posted form in memory, with a limit on its size and on how many are read at once. Nothing is written anywhere. */
import { randomUUID } from 'node:crypto';
import type { ChosenFile } from '../seal-report.ts';

/** Bytes of a whole form, its files included. */
export const largestForm = 40 * 1024 * 1024;

export type PostedForm = {
  readonly text: (name: string) => string | undefined;
  readonly files: (name: string) => Promise<ChosenFile[]>;
};

/** The form; `too-large` when it says so itself (HTTP holds it to its word) or will not say; `malformed` when it is none. */
export async function readForm(request: Request): Promise<PostedForm | 'too-large' | 'malformed'> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= largestForm)) return 'too-large';
  const data = await request.formData().catch(() => undefined);
  if (!data) return 'malformed';
  return {
    text: (name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : undefined;
    },
    files: async (name) => {
      // A browser sends one nameless, empty file for a field in which none was chosen.
      const chosen = data
        .getAll(name)
        .filter((value) => typeof value !== 'string')
        .filter((file) => file.name !== '' || file.size > 0);
      return Promise.all(
        chosen.map(async (file) => ({
          id: randomUUID(),
          name: file.name,
          mediaType: file.type,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
    },
  };
}
