/** Papers of a seminar as PDF: to the centre that organises it, and the programme to everybody. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { renderReport } from '#platform/documents/index.ts';
import type { Programmes } from '../programme/index.ts';
import { publicProgrammeSheet } from './compose-letters.ts';
import type { Papers } from './index.ts';
import { paperKinds } from './paper.ts';

/** Below /office, where the session has been read. */
export function officePaperRoutes(papers: Papers) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { id: string; kind: string }; Querystring: { speaker?: string } }>(
      '/office/seminars/:id/papers/:kind(^[a-z-]+).pdf',
      async (request, reply) => {
        if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
        const { id, kind } = request.params;
        const known = paperKinds.find((each) => each === kind);
        const bytes =
          known &&
          (await papers.make(request.signedIn, {
            seminarId: id,
            kind: known,
            speakerId: String(request.query.speaker ?? ''),
          }));
        if (!bytes) return reply.code(404).send({ code: 'not-found' });
        return sendPdf(reply, bytes, `${kind}-${id.slice(0, 8)}.pdf`);
      },
    );
  };
}

/** The programme of a public seminar, in Thai, as papers are. */
export function publicPaperRoutes(programmes: Programmes, now: () => Date) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const base of ['/seminars', '/en/seminars'])
      surface.get<{ Params: { slug: string } }>(`${base}/:slug/programme.pdf`, async (request, reply) => {
        const view = await programmes.viewPublic(request.params.slug);
        if (!view) return reply.code(404).send({ code: 'not-found' });
        const bytes = await renderReport(publicProgrammeSheet(view, now()));
        reply.header('cache-control', 'public, max-age=300');
        return sendPdf(reply, bytes, `${view.seminar.slug}.pdf`);
      });
  };
}

const sendPdf = (reply: FastifyReply, bytes: Uint8Array, name: string): FastifyReply =>
  reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/pdf')
    .send(Buffer.from(bytes));
