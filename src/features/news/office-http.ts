/** Pictures of drafts, for their editors. */
import type { FastifyInstance } from 'fastify';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { sendPicture } from './http.ts';

/** Below /office, where the session has been read. */
export function officeNewsRoutes(ground: Ground) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { id: string } }>('/office/news/pictures/:id', async (request, reply) => {
      const { signedIn } = request;
      if (!signedIn) return reply.code(401).send({ code: 'not-signed-in' });
      return actingAs(ground.databases.officer, signedIn.actor, (trx) =>
        sendPicture(ground, reply, trx, request.params.id, 'private, max-age=3600'),
      );
    });
  };
}
