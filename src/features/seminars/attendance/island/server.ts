/** What the device asks of the server; a broken network is an answer like any other. */
import type { SigningPublicKey } from '#platform/sealing/signature.ts';
import type { Verdict } from '../attendance.ts';
import type { SignedList } from '../scan-list.ts';
import type { DeviceIdentity, KeptList, KeptScan } from './store.ts';

export type ServerProblem = 'network' | 'revoked' | 'unknown' | 'used' | 'expired';
type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ServerProblem };

const quiet: RequestInit = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' };

async function ask<T>(
  path: string,
  init: RequestInit,
): Promise<{ status: number; body: T; tag: string } | undefined> {
  try {
    const response = await fetch(path, { ...quiet, ...init, signal: AbortSignal.timeout(20_000) });
    // A proxy or a hotel's sign-in page may answer in place of our server: that is no network either.
    const isOurs = response.status === 304 || response.headers.get('content-type')?.includes('json');
    if (!isOurs || response.status >= 500) return undefined;
    const body = response.status === 304 ? undefined : await response.json();
    return { status: response.status, body: body as T, tag: response.headers.get('etag') ?? '' };
  } catch {
    return undefined;
  }
}

const problemOf = (body: unknown): ServerProblem => {
  const { code } = (body ?? {}) as { code?: string };
  return code === 'revoked' || code === 'used' || code === 'expired' ? code : 'unknown';
};

const json = { 'content-type': 'application/json' };
const asDevice = ({ id, secret }: DeviceIdentity) => ({ authorization: `Device ${id}.${secret}` });

export async function enrol(device: DeviceIdentity): Promise<Answered<SigningPublicKey>> {
  const { id, mark, secret } = device;
  const answer = await ask<{ key: SigningPublicKey }>('/scan/enrol', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ device: id, mark, secret }),
  });
  if (!answer) return { ok: false, problem: 'network' };
  return answer.status === 200
    ? { ok: true, value: answer.body.key }
    : { ok: false, problem: problemOf(answer.body) };
}

/** Undefined value: what the device has is still right. */
export async function loadList(device: DeviceIdentity, tag: string): Promise<Answered<KeptList | undefined>> {
  const answer = await ask<SignedList>('/scan/list', {
    headers: { ...asDevice(device), ...(tag ? { 'if-none-match': tag } : {}) },
  });
  if (!answer) return { ok: false, problem: 'network' };
  if (answer.status === 304) return { ok: true, value: undefined };
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer.body) };
  return { ok: true, value: { list: answer.body.list, signature: answer.body.signature, tag: answer.tag } };
}

/** As many as the server takes at once. */
export const atOnce = 100;

export async function sendScans(
  device: DeviceIdentity,
  scans: readonly KeptScan[],
): Promise<Answered<ReadonlyMap<string, Verdict>>> {
  const answer = await ask<{ taken: { id: string; verdict: Verdict }[] }>('/scan/scans', {
    method: 'POST',
    headers: { ...json, ...asDevice(device) },
    body: JSON.stringify({
      scans: scans.map(({ id, session, source, ticket, registration, verdict, at }) => ({
        id,
        session,
        source,
        ticket,
        registration,
        verdict,
        at,
      })),
    }),
  });
  if (!answer) return { ok: false, problem: 'network' };
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer.body) };
  return { ok: true, value: new Map(answer.body.taken.map(({ id, verdict }) => [id, verdict])) };
}
