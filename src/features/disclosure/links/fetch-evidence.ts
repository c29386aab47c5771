/**
 * Asks for an address as anybody would: no cookie, no account. Every name is resolved once for each step, every address
 * of it must be public, and the connection goes to just those addresses: a name that changes its mind between the look
 * and the connection (DNS rebinding) changes nothing. Redirects are followed by hand, each looked at anew.
 */
import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { LinkOutcome } from '../answers/answer.ts';
import type { Format } from '../item-sets/item-set.ts';
import { isOneOf } from './address-rules.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Reach } from './reach.ts';

export type Finding = {
  readonly outcome: LinkOutcome;
  readonly httpStatus?: number;
  readonly contentType?: string;
};

const mostRedirects = 5;

/** Never throws. */
export async function fetchEvidence(url: string, format: Format, reach: Reach): Promise<Finding> {
  const signal = AbortSignal.timeout(reach.timeoutMs);
  try {
    return await follow(url, format, reach, signal);
  } catch (error) {
    if (error instanceof NotPublic) return { outcome: 'not-public' };
    return { outcome: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

class NotPublic extends Error {}

async function follow(first: string, format: Format, reach: Reach, signal: AbortSignal): Promise<Finding> {
  let url = new URL(first);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(url, await addressesOf(url, reach, signal), signal);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      answer.destroy();
      if (!URL.canParse(location, url)) return { outcome: 'error', httpStatus: status };
      url = new URL(location, url);
      continue;
    }
    const contentType = (answer.headers['content-type'] ?? '').slice(0, 200);
    const head = await readHead(answer, reach.maxBytes);
    const told = { status, contentType, head, url: url.href, wasRedirected: redirects > 0 };
    return { outcome: judgeAnswer(told, format), httpStatus: status, contentType };
  }
  return { outcome: 'too-many-redirects' };
}

/** Throws when any address of the name is not public: one bad address is a trap, not a mistake. */
async function addressesOf(url: URL, reach: Reach, signal: AbortSignal): Promise<readonly string[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new NotPublic();
  if (url.username !== '' || url.password !== '') throw new NotPublic();
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) ? [name] : await within(signal, reach.resolve(name));
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (addresses.length === 0) throw new Error('no address');
  if (!addresses.every((address) => reach.mayReach(address, port))) throw new NotPublic();
  const own = await within(signal, reach.own());
  if (addresses.some((address) => isOneOf(own, address))) throw new NotPublic();
  return addresses;
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

function ask(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_name, options, answer) =>
    options.all ? answer(null, pinned) : answer(null, pinned[0]!.address, pinned[0]!.family);
  return new Promise((resolve, reject) => {
    const asked = (url.protocol === 'https:' ? askHttps : askHttp)(url, {
      method: 'GET',
      lookup,
      agent: false,
      signal,
      maxHeaderSize: 16 * 1024,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Prongsai-link-check/1' },
    });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end();
  });
}

/** The beginning of the body; the rest is not fetched. */
async function readHead(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  answer.destroy();
  return Buffer.concat(chunks).subarray(0, maxBytes);
}
