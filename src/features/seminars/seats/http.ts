/** What of seats is no page: workbooks and printed lists, below /office where the session has been read. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Network } from '#features/network/index.ts';
import type { Ground } from '#platform/ground.ts';
import type { Locale } from '#platform/text/messages.ts';
import { filterOf } from './pages/organise/register-filter.ts';
import { citizenNumbersXlsx, participantsList, registerXlsx, signingSheet } from './papers.ts';
import { statusOf } from './seat-outcome.ts';

const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Asked = { Params: { id: string }; Querystring: Record<string, string> };

export function officeSeatRoutes(ground: Ground, network: Network) {
  const parts = { ground, network };
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
      if (!isUuid((request.params as { id?: string }).id ?? ''))
        return reply.code(404).send({ code: 'not-found' });
    });
    const localeOf = (query: Record<string, string>): Locale => (query['lang'] === 'en' ? 'en' : 'th');
    const filter = (query: Record<string, string>) => filterOf(new URLSearchParams(query));
    surface.get<Asked>('/office/seminars/:id/register.xlsx', async ({ params, query, signedIn }, reply) =>
      send(
        reply,
        await registerXlsx(parts, signedIn!, params.id, filter(query), localeOf(query)),
        workbook,
        `register-${params.id.slice(0, 8)}.xlsx`,
      ),
    );
    surface.get<Asked>('/office/seminars/:id/register.pdf', async ({ params, query, signedIn }, reply) =>
      send(
        reply,
        await signingSheet(parts, signedIn!, params.id, filter(query), localeOf(query)),
        'application/pdf',
        `sign-in-${params.id.slice(0, 8)}.pdf`,
      ),
    );
    surface.get<Asked>('/office/seminars/:id/participants.pdf', async ({ params, query, signedIn }, reply) =>
      send(
        reply,
        await participantsList(parts, signedIn!, params.id, localeOf(query)),
        'application/pdf',
        `participants-${params.id.slice(0, 8)}.pdf`,
      ),
    );
    surface.get<Asked>(
      '/office/seminars/:id/citizen-numbers.xlsx',
      async ({ params, query, signedIn }, reply) => {
        const outcome = await citizenNumbersXlsx(parts, signedIn!, params.id, localeOf(query));
        if (!outcome.ok) return reply.code(statusOf(outcome.code)).send({ code: outcome.code });
        return send(reply, outcome.value, workbook, `citizen-numbers-${params.id.slice(0, 8)}.xlsx`);
      },
    );
  };
}

function send(reply: FastifyReply, bytes: Uint8Array | undefined, type: string, name: string): FastifyReply {
  if (!bytes) return reply.code(404).send({ code: 'not-found' });
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(bytes));
}
