/** Lets Fastify serve React Router's pages: its request becomes a web Request, the Response goes back. */
import { Readable, Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { largestForm } from './limited-form.ts';

const compress = promisify(brotliCompress);

/** Bytes that no form without files needs. Pages set lower limits, and answer kindly at those. */
const largestPlainForm = 1024 * 1024;

const limitOf = (request: FastifyRequest): number =>
  /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '') ? largestForm : largestPlainForm;

/** The web Request of a Fastify request whose body was left unread (`request.body` is the raw stream). */
export function toWebRequest(request: FastifyRequest, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (Array.isArray(value)) for (const item of value) headers.append(name, item);
    else if (value !== undefined) headers.set(name, value);
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const bounded = request.raw.pipe(upTo(limitOf(request)));
    request.raw.on('close', () => bounded.destroy());
    init.body = Readable.toWeb(bounded) as unknown as ReadableStream;
    init.duplex = 'half';
  }
  return new Request(new URL(request.url, origin), init);
}

/** Passes bytes on until there are more than `limit`; then reading fails, whatever length was announced. */
function upTo(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit) done(new Error('the body is larger than any form'));
      else done(null, chunk);
    },
  });
}

/** Sends the Response. Compresses documents of a GET only: an answer to a POST may mix secrets with what was typed. */
export async function sendWebResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  response: Response,
): Promise<void> {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const body = Buffer.from(await response.arrayBuffer());
  const wantsBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (request.method === 'GET' && wantsBrotli && body.length > 1_000 && reply.statusCode === 200) {
    reply.header('content-encoding', 'br').header('vary', 'accept-encoding');
    reply.send(await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    return;
  }
  reply.send(body);
}
