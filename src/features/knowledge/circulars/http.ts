/** What of the register is no page: the papers themselves, and tables for Excel. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { selectAnswerFile, selectFile } from './circular.queries.ts';
import { readerStates } from './circular.ts';
import { readersCsv, registerCsv } from './csv.ts';
import type { Circulars } from './index.ts';

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Public circulars, for anybody. */
export function publicCircularRoutes(ground: Ground) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { id: string } }>('/circulars/:id/file', async (request, reply) => {
      const { id } = request.params;
      return sendFile(ground, reply, isUuid(id) ? await selectFile(ground.databases.public, id) : undefined);
    });
  };
}

/** Below /office, where the session has been read. */
export function officeCircularRoutes(ground: Ground, circulars: Circulars) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<{ Querystring: { show?: string; q?: string; lang?: string } }>(
      '/office/circulars/register.csv',
      async (request, reply) => {
        const { show, q = '', lang } = request.query;
        const locale = lang === 'en' ? 'en' : 'th';
        const list = show === 'issued' ? circulars.listIssued : circulars.listReceived;
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="circulars.csv"')
          .send(registerCsv(await list(request.signedIn!, locale, String(q)), locale));
      },
    );
    surface.get<{ Params: { id: string } }>('/office/circulars/:id/file', async (request, reply) => {
      const { id } = request.params;
      if (!isUuid(id)) return sendFile(ground, reply, undefined);
      const found = await actingAs(ground.databases.officer, request.signedIn!.actor, (trx) =>
        selectFile(trx, id),
      );
      return sendFile(ground, reply, found);
    });
    surface.get<{ Params: { id: string; answer: string } }>(
      '/office/circulars/:id/answers/:answer/file',
      async (request, reply) => {
        const { id, answer } = request.params;
        if (!isUuid(id) || !isUuid(answer)) return sendFile(ground, reply, undefined);
        const found = await actingAs(ground.databases.officer, request.signedIn!.actor, (trx) =>
          selectAnswerFile(trx, id, answer),
        );
        return sendFile(ground, reply, found);
      },
    );
    surface.get<{ Params: { id: string }; Querystring: { show?: string; lang?: string } }>(
      '/office/circulars/:id/readers.csv',
      async (request, reply) => {
        const locale = request.query.lang === 'en' ? 'en' : 'th';
        const { id } = request.params;
        const view = isUuid(id) ? await circulars.view(request.signedIn!, id, locale) : undefined;
        if (!view?.readers) return reply.code(404).send({ code: 'not-found' });
        const shown = readerStates.find((state) => state === request.query.show);
        const readers = view.readers.filter(({ state }) => !shown || state === shown);
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename="readers-${id.slice(0, 8)}.csv"`)
          .send(readersCsv(view, readers, locale));
      },
    );
  };
}

type KnownFile = { file_id: string | null; file_name: string | null; file_size: number | null };

/** As an attachment: a PDF from elsewhere is opened by the reader's own program, not inside our pages. */
async function sendFile(
  ground: Ground,
  reply: FastifyReply,
  known: KnownFile | undefined,
): Promise<FastifyReply> {
  const file = known?.file_id ? await ground.files.read(known.file_id) : undefined;
  if (!file) return reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(known!.file_name!)}`)
    .header('content-length', file.size)
    .type('application/pdf')
    .send(file.content);
}
