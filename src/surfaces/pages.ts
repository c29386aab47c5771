/** Mounts React Router's pages on Fastify, with the security headers of the surface that asks. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { SignedIn } from '#features/network/index.ts';
import type { App } from '#main/app.ts';
import type { pageContext } from '#main/page-context.ts';
import { sendWebResponse, toWebRequest } from '#platform/http/page-handler.ts';
import type { Locale } from '#platform/text/messages.ts';

export type PageBuild = ServerBuild;

export type Pages = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: { locale: Locale; signedIn?: SignedIn; policy: (nonce: string) => string },
) => Promise<void>;

/** Makes the function that answers a request with a page. */
export function createPages(app: App, build: PageBuild, islands: Readonly<Record<string, string>>): Pages {
  const handle = createRequestHandler(build, 'production');
  const key = (build.entry.module as unknown as { pageContext: typeof pageContext }).pageContext;
  return async (request, reply, { locale, signedIn, policy }) => {
    const nonce = randomBytes(16).toString('base64');
    const stopped = new AbortController();
    reply.raw.on('close', () => stopped.abort());
    const context = new RouterContextProvider();
    context.set(key, {
      app,
      locale,
      nonce,
      signedIn,
      island: (name) => {
        const address = islands[name];
        if (!address) throw new Error(`island ${name} is not built`);
        return address;
      },
    });
    reply.header('content-security-policy', policy(nonce));
    const response = await handle(
      toWebRequest(request, app.ground.publicUrl.origin, stopped.signal),
      context,
    );
    await sendWebResponse(request, reply, response);
  };
}

/** Leaves request bodies of pages unread: React Router reads the stream itself. */
export function leaveBodiesToPages(surface: FastifyInstance): void {
  surface.removeAllContentTypeParsers();
  surface.addContentTypeParser('*', (_request, _payload, done) => done(null));
}

/** Headers that every answer of every surface carries; a surface adds its own. */
export function commonHeaders(reply: FastifyReply): void {
  reply.headers({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), interest-cohort=()',
  });
}
