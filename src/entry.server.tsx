/** Renders a page to HTML in one piece: pages are small, and whole documents can be measured and compressed. */

import type { ReactElement } from 'react';
import { renderToReadableStream, renderToString } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { pageContext } from '#main/page-context.ts';

// The server hands its context in under this very object: a second copy of the module would be another key.
export { pageContext };

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  provided: RouterContextProvider,
): Promise<Response> {
  const { nonce } = provided.get(pageContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const page = <ServerRouter context={context} url={request.url} nonce={nonce} />;
  const html = isLive(context) ? await renderLive(page, nonce) : renderToString(page);
  return new Response(`<!doctype html>${html.replace(/^<!doctype html>/i, '')}`, { status, headers });
}

/** Whether a matched route asks for script (`handle.live`). */
function isLive(context: EntryContext): boolean {
  return context.staticHandlerContext.matches.some(
    ({ route }) => (context.routeModules[route.id]?.handle as { live?: boolean } | undefined)?.live,
  );
}

/** A page with script carries its loaders' answers as a stream, which only the streaming renderer waits for. */
async function renderLive(page: ReactElement, nonce: string): Promise<string> {
  const stream = await renderToReadableStream(page, { nonce });
  await stream.allReady;
  return new Response(stream).text();
}

/** An error's message may quote what somebody typed; its name and our own places in the code are enough to find the fault. */
export function handleError(error: unknown, { context }: { context: Readonly<RouterContextProvider> }): void {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  const at = stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 3);
  context.get(pageContext).app.ground.log.error({ name, at });
}
