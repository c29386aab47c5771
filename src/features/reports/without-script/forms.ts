/** Reads a posted form in memory, with a limit on its size and on how many are read at once. Nothing is written anywhere. */
import { randomUUID } from 'node:crypto';
import { largestForm } from '#platform/http/limited-form.ts';
import type { ChosenFile } from '../seal-report.ts';

export type PostedForm = {
  readonly text: (name: string) => string | undefined;
  readonly files: (name: string) => Promise<ChosenFile[]>;
};

/** Of all forms together, from their first byte until they are answered: parsed and sealed, each takes several times that. */
const roomForForms = 4 * largestForm;
let held = 0;

/** `too-large` when it says so itself (HTTP holds it to its word) or will not say; `malformed` when it is none; `busy` when there is no room. */
export type UnreadForm = 'too-large' | 'malformed' | 'busy';

/** Hands the posted form to `work`, and gives its room back afterwards. */
export async function withForm<T>(
  request: Request,
  work: (form: PostedForm | UnreadForm) => Promise<T>,
): Promise<T> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= largestForm)) return work('too-large');
  let own = 0;
  let isFull = false;
  // What has come is counted, not what was announced: room is not taken by promises.
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      isFull = held + chunk.length > roomForForms;
      if (isFull) return controller.error(new Error('no room for this form'));
      own += chunk.length;
      held += chunk.length;
      controller.enqueue(chunk);
    },
  });
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const data = await new Response(request.body?.pipeThrough(counting), { headers })
      .formData()
      .catch(() => undefined);
    return await work(data ? formOf(data) : isFull ? 'busy' : 'malformed');
  } finally {
    held -= own;
  }
}

function formOf(data: FormData): PostedForm {
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
