/** Asks the server: JSON in and out, a stable code for every refusal, and patience with broken connections. */

export type Answer<T> = { readonly status: number; readonly code: string; readonly body: T };

const pauses = [500, 2_000, 5_000];

const listeners = new Set<() => void>();

/** Tells whenever a broken connection is tried again, so that the person waiting knows. Returns how to stop. */
export function onRetry(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Sends and sends again while the connection breaks; everything asked here is safe to repeat. Throws when it stays broken. */
export async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  return patiently(path, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
}

export async function putBytes(
  path: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<Answer<unknown>> {
  return patiently(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body: bytes as BodyInit,
  });
}

/** Bytes, or undefined when they are refused. */
export async function askBytes(path: string, body: object): Promise<Uint8Array | undefined> {
  const response = await fetch(path, {
    ...quiet,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

export async function askText(path: string): Promise<string | undefined> {
  const response = await fetch(path, quiet);
  return response.ok ? response.text() : undefined;
}

const quiet: RequestInit = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' };

async function patiently<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(path, { ...quiet, ...init, signal: AbortSignal.timeout(180_000) });
      // A fault of the server may pass as a broken connection does.
      if (response.status < 500 || attempt >= pauses.length) {
        const body = await response.json();
        return { status: response.status, code: body?.code ?? '', body };
      }
    } catch (error) {
      if (attempt >= pauses.length) throw error;
    }
    for (const tell of listeners) tell();
    await new Promise((go) => setTimeout(go, pauses[attempt]));
  }
}
