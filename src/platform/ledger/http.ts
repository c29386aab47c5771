/** Serves the log to the public: `/ledger/checkpoint`, `/ledger/vkey`, `/ledger/tile/…`; nothing else is there. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Queries } from '#platform/database/connection.ts';
import { type LedgerResource, readResource } from './resources.ts';

/** A head stays a second or two; tiles and bundles never change. */
const BRIEFLY = 'public, max-age=2';
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Fastify plugin. Any role that may read heads and tiles will do; the public's is enough. */
export async function ledgerRoutes(app: FastifyInstance, { db }: { readonly db: Queries }): Promise<void> {
  app.get('/ledger/checkpoint', async (_, reply) => send(reply, await readResource(db, 'checkpoint')));
  app.get('/ledger/vkey', async (_, reply) => send(reply, await readResource(db, 'vkey')));
  app.get<{ Params: { '*': string } }>('/ledger/tile/*', async (request, reply) =>
    send(reply, await readResource(db, `tile/${request.params['*']}`)),
  );
}

function send(reply: FastifyReply, resource: LedgerResource | undefined): FastifyReply {
  // Anybody's page may verify the log in its visitor's browser.
  reply.header('access-control-allow-origin', '*');
  if (!resource) return reply.code(404).header('cache-control', BRIEFLY).type('text/plain').send('');
  if (resource.kind === 'text')
    return reply.header('cache-control', BRIEFLY).type('text/plain; charset=utf-8').send(resource.text);
  return reply
    .header('cache-control', FOR_EVER)
    .type('application/octet-stream')
    .send(Buffer.from(resource.bytes));
}
