/** Requests of the officers' pages to the server: JSON both ways, refusals as errors with a stable code. */

/** A refusal; `code` has words in the dictionaries, `status` is the HTTP status (0 when the server was not reached). */
export type Refusal = Error & { readonly code: string; readonly status: number; readonly facts: unknown };

/** GET. Throws a Refusal. */
export const askFor = <T>(path: string): Promise<T> => request<T>(path, { method: 'GET' });

/** POST of a JSON body. Throws a Refusal. */
export const tell = <T = { ok: true }>(path: string, body: unknown = {}): Promise<T> =>
  request<T>(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw refusal('unreachable', 0);
  }
  const body = (await response.json().catch(() => ({}))) as { code?: string };
  if (!response.ok) throw refusal(body.code ?? 'fault', response.status, body);
  return body as T;
}

function refusal(code: string, status: number, facts?: unknown): Refusal {
  const error = new Error(code);
  error.name = 'Refusal';
  return Object.assign(error, { code, status, facts });
}
