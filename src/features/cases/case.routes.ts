/** What the officers' pages ask for by script: acts as JSON, files and search batches as they are. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#main/app.ts';
import type { ActRefusal } from './acts/work.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Sealed messages of 2 MiB in base64url, and the grants of a restriction. */
const bodyLimit = 8 * 1024 * 1024;

/** Mounted inside the officers' surface, which has read the session and refused foreign origins. */
export function caseRoutes(app: App) {
  return async (surface: FastifyInstance) => {
    surface.addHook('onRequest', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'signed-out' });
      const { id } = request.params as { id?: string };
      if (id !== undefined && !uuid.test(id)) return reply.code(404).send({ code: 'not-found' });
    });
    surface.post('/office/cases/:id/acts', { bodyLimit }, async (request, reply) => {
      const answer = await app.cases.act(request.signedIn!, idOf(request), request.body);
      return reply.code(answer.ok ? 200 : statusOf(answer.code)).send(answer);
    });
    surface.get('/office/search/batch', async (request) => {
      const { after } = request.query as { after?: string };
      return app.cases.searchBatch(request.signedIn!, typeof after === 'string' ? after : undefined);
    });
    surface.get('/office/files/:id', (request, reply) => sendFile(app, request, reply));
    surface.register(async (uploads) => {
      uploads.removeAllContentTypeParsers();
      uploads.addContentTypeParser('application/octet-stream', (_request, payload, done) =>
        done(null, payload),
      );
      uploads.put('/office/files/:id', { bodyLimit: 16 * 1024 * 1024 }, async (request, reply) => {
        const stored = await app.cases.storeFile(request.signedIn!, idOf(request), request.raw);
        const status = { stored: 200, conflict: 409, 'too-large': 413, forbidden: 403 }[stored];
        return reply.code(status).send({ code: stored });
      });
    });
  };
}

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

function statusOf(code: ActRefusal): number {
  if (code === 'malformed') return 400;
  if (code === 'forbidden') return 403;
  if (code === 'not-found') return 404;
  return ['changed', 'out-of-order', 'stale-key', 'wrong-grants'].includes(code) ? 409 : 422;
}

async function sendFile(app: App, request: FastifyRequest, reply: FastifyReply) {
  const file = await app.cases.readFile(request.signedIn!, idOf(request));
  if (!file) return reply.code(404).send({ code: 'not-found' });
  // Ciphertext: no name and no type of its own, so that no browser makes anything of it.
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', file.size)
    .header('content-disposition', 'attachment')
    .send(file.content);
}
