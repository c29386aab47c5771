/** Renders a page to HTML in one piece: pages are small, and whole documents can be measured and compressed. */
import { renderToString } from 'react-dom/server';
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router';
import { pageContext } from '#main/page-context.ts';

// The server hands its context in under this very object: a second copy of the module would be another key.
export { pageContext };

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  provided: RouterContextProvider,
): Response {
  const { nonce } = provided.get(pageContext);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const html = renderToString(<ServerRouter context={context} url={request.url} nonce={nonce} />);
  return new Response(`<!doctype html>${html}`, { status, headers });
}
